internal import Git
internal import Vocabulary

/// Reads the commits of a range, and what their parents' trees are.
struct RangeCommits {
  private let repository: Repository
  /// The trees of commits; `nil` for a commit that cannot be read.
  private var trees: [ObjectID: ObjectID?] = [:]
  /// How many commits have parents that a shallow clone has not.
  private(set) var boundaryCount = 0
  private(set) var incidents: [Incident] = []

  init(_ repository: Repository) { self.repository = repository }

  /// Commits in the same order, without those that cannot be read.
  mutating func read(
    _ commits: ArraySlice<RangeCommit>
  ) async throws -> [(commit: CommitObject, step: RangeStep)] {
    let ids = commits.map(\.id)
    let objects = try await repository.objects(ids, kind: "commit")
    var read: [CommitObject?] = []
    for id in ids {
      let commit = commit(id, objects)
      trees[id] = .some(commit?.tree)
      read.append(commit)
    }
    try await readTrees(ofParents: commits)
    var steps: [(CommitObject, RangeStep)] = []
    for (entry, commit) in zip(commits, read) {
      guard let commit else { continue }
      if !Set(commit.parents).isSubset(of: entry.parents) { boundaryCount += 1 }
      let others = entry.parents.compactMap { trees[$0] ?? nil }
      steps.append(
        (
          commit,
          RangeStep(
            origin: commit.origin, trees: TreePair(tree: commit.tree, others: others), name: entry.id.description)
        ))
    }
    return steps
  }

  /// The parents that are not in the range themselves.
  private mutating func readTrees(ofParents commits: ArraySlice<RangeCommit>) async throws {
    let parents = commits.flatMap(\.parents).filter { trees[$0] == nil }
    guard !parents.isEmpty else { return }
    let objects = try await repository.objects(parents, kind: "commit")
    for parent in objects.keys { trees[parent] = .some(commit(parent, objects)?.tree) }
  }

  private mutating func commit(
    _ id: ObjectID, _ objects: [ObjectID: Result<[UInt8], GitError>]
  ) -> CommitObject? {
    do {
      guard let bytes = try objects[id]?.get() else { return nil }
      return try CommitObject(bytes, id: id)
    } catch {
      incidents.append(Incident(error, subject: id.description))
      return nil
    }
  }
}

extension Incident {
  /// Something that git's data did not give.
  init(_ error: any Error, subject: String) {
    let error =
      error as? GitError
      ?? GitError(
        code: .corrupt, operation: "reading the object", cause: (error as? ObjectFormatError)?.cause ?? "\(error)")
    self.init(
      kind: error.code == .promised ? .partial : .unreadable, subject: subject, reason: error.description,
      hint: error.hint)
  }
}
