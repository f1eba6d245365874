package import Git
internal import Scanning
package import Vocabulary

/// What the coming commit would add: every blob in the index that no parent has at its path, whole.
package struct StagedWalk {
  private let repository: Repository
  /// Blobs of more bytes are not read and become incidents.
  private let sizeLimit: Int
  private let examiner: (RepositoryPath) throws -> Examiner
  private var verdict = Verdict()

  /// - Parameter examiner: who scans what lies under a path; folders have configurations of their own.
  package init(
    _ repository: Repository, sizeLimit: Int, examiner: @escaping (RepositoryPath) throws -> Examiner
  ) {
    self.repository = repository
    self.sizeLimit = sizeLimit
    self.examiner = examiner
  }

  private struct Suspect {
    let change: StagedChange
    let result: ScanResult
    let examiner: Examiner
  }

  /// - Throws: `GitError` when the index or a parent cannot be read at all, and what `examiner` throws.
  package consuming func run() async throws -> Verdict {
    let staged = try await repository.stagedChanges()
    verdict.coverage.submodules = staged.submodules.count
    verdict.incidents = staged.unmerged.map {
      Incident(
        kind: .unreadable, subject: $0.description, reason: "it has a merge conflict, so nothing of it is staged",
        hint: "resolve the conflict, then: git add \($0)")
    }
    let suspects = try await scan(staged.changes)
    if !suspects.isEmpty {
      try await judge(suspects, removed: staged.removed)
    }
    return verdict
  }

  private mutating func scan(_ changes: [StagedChange]) async throws -> [Suspect] {
    var included: [(change: StagedChange, examiner: Examiner)] = []
    for change in changes {
      let examiner = try examiner(change.path)
      if examiner.excludes(change.path) {
        verdict.coverage.excluded += 1
      } else {
        included.append((change, examiner))
      }
    }
    var suspects: [Suspect] = []
    try await repository.read(included.map(\.change.blob), limit: sizeLimit) { place, read in
      let (change, examiner) = included[place]
      guard let bytes = verdict.take(read, at: change.path, limit: sizeLimit) else { return }
      let result = examiner.scan(Blob(provenance: Provenance(path: change.path, blob: change.blob), bytes: bytes))
      verdict.coverage.add(result.coverage)
      verdict.incidents += result.incidents
      verdict.dropped += result.dropped
      if !result.parts.isEmpty { suspects.append(Suspect(change: change, result: result, examiner: examiner)) }
    }
    return suspects
  }

  /// Reports what a suspect holds and no parent's version of its path did, nor a file that this commit takes away: moving
  /// a file brings nothing new.
  private mutating func judge(_ suspects: [Suspect], removed: [ObjectID]) async throws {
    for suspect in suspects {
      var known: Set<SecretUse> = []
      try await repository.read(suspect.change.before + removed, limit: sizeLimit) { _, read in
        // A version that cannot be read cannot excuse anything.
        guard case .bytes(let bytes) = read else { return }
        let blob = Blob(provenance: Provenance(path: suspect.change.path), bytes: bytes)
        known.formUnion(suspect.examiner.uses(in: blob))
      }
      verdict.take(suspect.examiner.judge(suspect.result) { $0.isNew(after: known) })
    }
  }
}
