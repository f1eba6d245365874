package import Vocabulary

/// The files that git sees in a working tree.
package struct FileListing: Sendable {
  /// Tracked files and untracked ones that are not ignored, from the root, sorted; submodules are among them, and repositories
  /// that are not tracked, with a `/` at their end. Not all of them need to be on the disk.
  package let paths: [RepositoryPath]

  /// - Parameter output: what `git ls-files -z` printed.
  init(_ output: [UInt8]) {
    paths = output.split(separator: 0).map { RepositoryPath(bytes: Array($0)) }.sorted()
  }
}

extension GitProgram {
  /// Lists what is at or below the paths named, by git's rules of what is ignored.
  ///
  /// - Parameter paths: absolute, or from the current folder; at least one.
  package func files(under paths: [String]) async throws(GitError) -> FileListing {
    let arguments = [
      "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", "--full-name", "--",
    ]
    let answer = try await run(arguments + paths, limit: 1 << 31)
    guard answer.status == 0 else {
      throw GitError(
        code: .system, operation: "listing the files",
        cause: answer.complaint.split(separator: "\n").first.map(String.init)
          ?? "git ended with status \(answer.status)")
    }
    return FileListing(answer.output)
  }

  /// Lists what is tracked at or below the paths named.
  package func trackedFiles(under path: String) async throws(GitError) -> FileListing {
    FileListing(try await output(["ls-files", "-z", "--cached", "--deduplicate", "--full-name", "--", path]).output)
  }

  /// Lists the files that are ignored, by the user's own excludes too.
  ///
  /// - Parameter patterns: which ones, as pathspecs of git's.
  package func ignoredFiles(_ patterns: [String]) async throws(GitError) -> FileListing {
    let arguments = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--full-name", "--"]
    let answer = try await run(arguments + patterns, takesPatterns: true, limit: 1 << 31)
    guard answer.status == 0 else {
      throw GitError(
        code: .system, operation: "listing what is ignored",
        cause: answer.complaint.split(separator: "\n").first.map(String.init)
          ?? "git ended with status \(answer.status)")
    }
    return FileListing(answer.output)
  }

  /// Whether the current folder is in a working tree; a repository's own folder is in none.
  package func isInsideWorkingTree() async throws(GitError) -> Bool {
    try await run(["rev-parse", "--is-inside-work-tree"]).text == "true"
  }

  /// Whether git ignores a path.
  ///
  /// - Parameter path: absolute, as `check-ignore` takes no paths that are marked as plain ones.
  package func ignores(_ path: String) async throws(GitError) -> Bool {
    let answer = try await run(["check-ignore", "--quiet", "--", path], takesPatterns: true)
    guard answer.status <= 1 else {
      throw GitError(
        code: .system, operation: "asking what is ignored", subject: path,
        cause: answer.complaint.split(separator: "\n").first.map(String.init)
          ?? "git ended with status \(answer.status)")
    }
    return answer.status == 0
  }
}
