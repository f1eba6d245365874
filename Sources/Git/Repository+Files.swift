package import Vocabulary

/// A file that a commit, or a tree that a reference names, holds.
package struct HeldFile: Sendable, Equatable {
  package let path: RepositoryPath
  package let blob: ObjectID

  package init(path: RepositoryPath, blob: ObjectID) {
    self.path = path
    self.blob = blob
  }
}

extension Repository {
  private static let git = GitProgram(variables: ["GIT_GRAFT_FILE": "/dev/null/none"])

  /// What each of these commits holds that none of its parents holds at the same path, as git compares them.
  ///
  /// - Returns: a list for each commit, in their order.
  /// - Throws: `GitError` where git cannot read one of the commits or trees.
  package func newFiles(of commits: [ObjectID]) async throws(GitError) -> [[HeldFile]] {
    guard !commits.isEmpty else { return [] }
    let answer = try await Repository.git.run(
      [
        "diff-tree", "--stdin", "--always", "--root", "-r", "-c", "--raw", "-z", "--no-abbrev", "--no-renames",
        "--no-ext-diff", "--no-textconv", "--ignore-submodules=none",
      ], input: commits.flatMap { Array("\($0)\n".utf8) }, limit: 1 << 31)
    var listing = CommitFilesListing()
    guard answer.status == 0 else { throw Repository.unlisted(answer) }
    try listing.read(answer.output)
    // Git goes on after a commit that it cannot read.
    guard listing.commits == commits else { throw Repository.unlisted(answer) }
    return listing.files
  }

  /// All files of a tree, or of a commit's.
  package func files(ofTree tree: ObjectID) async throws(GitError) -> [HeldFile] {
    let answer = try await Repository.git.run(
      ["ls-tree", "-r", "-z", "--full-tree", tree.description], limit: 1 << 31)
    guard answer.status == 0 else { throw Repository.unlisted(answer) }
    var files: [HeldFile] = []
    for record in answer.output.split(separator: 0) {
      let entry = try TreeListing.entry(record)
      guard FileMode(entry.mode)?.holdsBlob == true else { continue }
      files.append(HeldFile(path: RepositoryPath(bytes: entry.name), blob: entry.object))
    }
    return files
  }

  private static func unlisted(_ answer: GitProgram.Answer) -> GitError {
    GitError(
      code: .corrupt, operation: "listing the paths",
      cause: answer.complaint.split(separator: "\n").first.map(String.init) ?? "git did not answer for every commit",
      hint: "look for what is damaged or missing: git fsck")
  }
}
