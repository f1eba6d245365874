internal import Git
internal import Policy
internal import Vocabulary

/// The files of a working tree with what git thinks of each; of those that are ignored only env files.
struct WorkingTreeFiles {
  let root: String

  /// Names of env files, as git's pathspecs.
  private static let envFiles = [
    ":(top,glob)**/.env", ":(top,glob)**/.env.*", ":(top,glob)**/*.env", ":(top,glob)**/.envrc",
  ]

  func tree() async throws -> PolicyTree {
    let git = GitProgram()
    let tracked = Set(try await git.trackedFiles(under: root).paths)
    let seen = try await git.files(under: [root]).paths
    let ignored = try await git.ignoredFiles(WorkingTreeFiles.envFiles).paths
    var files: [PolicyTree.File] = []
    for path in seen where path.bytes.last != UInt8(ascii: "/") {
      files.append(PolicyTree.File(path: path, standing: tracked.contains(path) ? .tracked : .untracked))
    }
    files += ignored.map { PolicyTree.File(path: $0, standing: .ignored) }
    let ignoresCase = try await git.run(["config", "--type=bool", "--get", "core.ignorecase"]).text == "true"
    let root = root
    return PolicyTree(files: files, ignoresCase: ignoresCase) { path in
      try Files.plainContents(of: "\(root)/\(path)")
    }
  }
}
