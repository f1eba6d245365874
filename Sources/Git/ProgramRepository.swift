internal import Vocabulary

/// A repository read through the git program's plumbing.
struct ProgramRepository: Sendable {
  private let git = GitProgram()
  let workingTree: String?
  private let mergeHeadPath: String

  /// - Throws: `GitError` with code `.notARepository` where git finds none.
  init() async throws(GitError) {
    let answer = try await git.run(["rev-parse", "--is-bare-repository", "--git-path", "MERGE_HEAD"])
    guard answer.status == 0 else {
      throw GitError(
        code: .notARepository, operation: "opening the repository",
        cause: answer.complaint.split(separator: "\n").first.map(String.init) ?? "git does not open it")
    }
    let lines = answer.text.split(separator: "\n", maxSplits: 1).map(String.init)
    mergeHeadPath = lines.count > 1 ? lines[1] : "MERGE_HEAD"
    workingTree = lines.first == "true" ? nil : try await git.output(["rev-parse", "--show-toplevel"]).text
  }

  func parents() async throws(GitError) -> [ObjectID] {
    var parents: [ObjectID] = []
    let head = try await git.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    if head.status == 0, let id = ObjectID(hex: Array(head.text.utf8)) {
      parents.append(id)
    } else if try await !isUnborn() {
      throw GitError(code: .missing, operation: "reading HEAD", cause: "it names a commit that is not there")
    }
    guard let merging = try FileSystem.contents(of: mergeHeadPath) else { return parents }
    return parents + (try MergeHeads.parse(merging, path: mergeHeadPath))
  }

  private func isUnborn() async throws(GitError) -> Bool {
    let branch = try await git.run(["symbolic-ref", "--quiet", "HEAD"])
    guard branch.status == 0 else { return false }
    return try await git.output(["for-each-ref", "--count=1", branch.text]).output.isEmpty
  }

  func changes() async throws(GitError) -> StagedChanges {
    var differences: [[IndexComparison.Difference]] = []
    var unmerged: Set<RepositoryPath> = []
    var parents = try await parents().map(\.description)
    if parents.isEmpty { parents = [try await git.output(["hash-object", "-t", "tree", "--stdin"]).text] }
    for parent in parents {
      let answer = try await git.output([
        "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=none", "--ita-invisible-in-index", parent, "--",
      ])
      var reader = RawDiff(answer.output)
      try reader.read()
      differences.append(reader.differences)
      unmerged.formUnion(reader.unmerged)
    }
    return StagedChanges(differences: differences, unmerged: unmerged)
  }

  /// Reads blobs in batches that fit in memory; `body` gets each in turn.
  func read(
    _ blobs: [ObjectID], limit: Int, _ body: (ObjectID, BlobRead) -> Void
  ) async throws(GitError) {
    var batch = ObjectBatch(limit: limit)
    let sizes = try await git.output(["cat-file", "--batch-check"], input: ObjectBatch.request(blobs))
    for (blob, line) in zip(blobs, sizes.output.split(separator: 10)) {
      switch ObjectBatch.header(line, of: blob) {
      case .failure(let error): body(blob, .failed(error))
      case .success(let size) where size > limit: body(blob, .oversize(size))
      case .success(let size):
        if !batch.fits(size) {
          try await read(batch.take(), body)
        }
        batch.append(blob, size: size)
      }
    }
    try await read(batch.take(), body)
  }

  private func read(_ blobs: [ObjectID], _ body: (ObjectID, BlobRead) -> Void) async throws(GitError) {
    guard !blobs.isEmpty else { return }
    let answer = try await git.run(["cat-file", "--batch"], input: ObjectBatch.request(blobs), limit: 1 << 30)
    var rest = answer.output[...]
    for blob in blobs { body(blob, ObjectBatch.next(in: &rest, expecting: blob, complaint: answer.complaint)) }
  }
}
