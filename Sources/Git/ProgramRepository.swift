internal import Vocabulary

/// A repository read through the git program's plumbing.
struct ProgramRepository: Sendable {
  let git: GitProgram
  let workingTree: String?
  private let mergeHeadPath: String

  /// - Throws: `GitError` with code `.notARepository` where git finds none.
  init() async throws(GitError) {
    let finder = GitProgram()
    let answer = try await finder.run(["rev-parse", "--is-bare-repository", "--git-path", "MERGE_HEAD"])
    guard answer.status == 0 else {
      throw GitError(
        code: .notARepository, operation: "opening the repository",
        cause: answer.complaint.split(separator: "\n").first.map(String.init) ?? "git does not open it")
    }
    let lines = answer.text.split(separator: "\n", maxSplits: 1).map(String.init)
    mergeHeadPath = lines.count > 1 ? lines[1] : "MERGE_HEAD"
    workingTree = lines.first == "true" ? nil : try await finder.output(["rev-parse", "--show-toplevel"]).text
    // Git takes a relative name from the current folder in commands that need no working tree, and in a commit from its root.
    git = GitProgram(variables: Environment.indexFile(under: workingTree).map { ["GIT_INDEX_FILE": $0] } ?? [:])
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
    let parents = try await parents()
    guard let index = try await index() else { return try await changesByGit(from: parents) }
    var trees: [ObjectID?] = parents.isEmpty ? [nil] : []
    var listing = TreeListing()
    for parent in parents { trees.append(try await list("\(parent)^{tree}", in: &listing)) }
    // What a sparse index holds as a whole folder may be another tree than the parents'.
    for entry in index.entries where FileMode(entry.mode) == .directory {
      let tree = ObjectID(bytes: Array(entry.object))
      if listing.entries[tree] == nil { try await list(tree.description, in: &listing) }
    }
    return try StagedChanges(index: index, parents: trees) { tree throws(GitError) in
      guard let entries = listing.entries[tree] else {
        throw GitError(
          code: .missing, operation: "reading the tree", subject: tree.description, cause: "git did not list it")
      }
      return entries
    }
  }

  @discardableResult
  private func list(_ tree: String, in listing: inout TreeListing) async throws(GitError) -> ObjectID {
    let name = try await git.output(["rev-parse", "--verify", tree]).text
    guard let root = ObjectID(hex: Array(name.utf8)) else {
      throw GitError(code: .corrupt, operation: "running git rev-parse", subject: tree, cause: "it names no tree")
    }
    try listing.add(try await git.output(["ls-tree", "-r", "-t", "-z", "--full-tree", name]).output, root: root)
    return root
  }

  /// The index, read here, as git reads one that is cut off as far as it goes; `nil` where only git can read it.
  private func index() async throws(GitError) -> IndexFile? {
    let path: String
    if let named = Environment.indexFile(under: workingTree) {
      path = named
    } else {
      path = try await git.output(["rev-parse", "--git-path", "index"]).text
    }
    guard let bytes = try FileSystem.contents(of: path) else { return IndexFile() }
    let format = try await git.output(["rev-parse", "--show-object-format"]).text
    do throws(GitError) {
      return try IndexFile(bytes, path: path, objectSize: format == "sha256" ? 32 : 20)
    } catch {
      guard error.code == .refused else { throw error }
      return nil
    }
  }

  private func changesByGit(from parents: [ObjectID]) async throws(GitError) -> StagedChanges {
    var differences: [[IndexComparison.Difference]] = []
    var unmerged: Set<RepositoryPath> = []
    var trees = parents.map(\.description)
    if trees.isEmpty { trees = [try await git.output(["hash-object", "-t", "tree", "--stdin"]).text] }
    for tree in trees {
      let answer = try await git.output([
        "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=none", "--ita-invisible-in-index", tree, "--",
      ])
      var reader = RawDiff(answer.output)
      try reader.read()
      differences.append(reader.differences)
      unmerged.formUnion(reader.unmerged)
    }
    return StagedChanges(differences: differences, unmerged: unmerged)
  }

  /// Reads blobs in batches that fit in memory; `body` gets the place of each in `blobs` and what came of it.
  func read(
    _ blobs: [ObjectID], limit: Int, _ body: (Int, BlobRead) -> Void
  ) async throws(GitError) {
    guard !blobs.isEmpty else { return }
    var batch = ObjectBatch()
    let sizes = try await git.run(["cat-file", "--batch-check"], input: ObjectBatch.request(blobs))
    let lines = sizes.output.split(separator: 10)
    guard sizes.status == 0, lines.count == blobs.count else {
      // Git stops as a whole at an object that a partial clone lacks: one by one, the others can be read.
      guard blobs.count > 1 else {
        let isPartial = try await isPartial()
        body(0, .failed(isPartial ? .promised(blobs[0]) : ObjectBatch.unanswered(blobs[0], sizes.complaint)))
        return
      }
      for (place, blob) in blobs.enumerated() {
        try await read([blob], limit: limit) { body(place, $1) }
      }
      return
    }
    for (place, line) in lines.enumerated() {
      switch ObjectBatch.header(line, of: blobs[place]) {
      case .failure(let error): body(place, .failed(error))
      case .success(let size) where size > limit: body(place, .oversize(size))
      case .success(let size):
        if !batch.fits(size) { try await read(batch.take(), of: blobs, body) }
        batch.append(place, size: size)
      }
    }
    try await read(batch.take(), of: blobs, body)
  }

  /// Whether this is a partial clone: objects that are missing were left on the server.
  func isPartial() async throws(GitError) -> Bool {
    try await git.run(["config", "--get-regexp", "^(extensions|remote\\..*)\\.(partialclone|promisor)$"]).status == 0
  }

  private func read(
    _ places: [Int], of blobs: [ObjectID], _ body: (Int, BlobRead) -> Void
  ) async throws(GitError) {
    guard !places.isEmpty else { return }
    let request = ObjectBatch.request(places.map { blobs[$0] })
    let answer = try await git.run(["cat-file", "--batch"], input: request, limit: 1 << 31)
    var rest = answer.output[...]
    for place in places {
      body(place, ObjectBatch.next(in: &rest, expecting: blobs[place], complaint: answer.complaint))
    }
  }
}
