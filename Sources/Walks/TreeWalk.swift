package import Git
internal import Scanning
package import Vocabulary

/// Every blob of one tree, each read once.
package struct TreeWalk {
  private let repository: Repository
  private let conditions: WalkConditions
  private let configuration: (RepositoryPath) throws -> ScanConfiguration

  /// - Parameter configuration: what decides about a path; folders have configurations of their own.
  package init(
    _ repository: Repository, conditions: WalkConditions,
    configuration: @escaping (RepositoryPath) throws -> ScanConfiguration
  ) {
    self.repository = repository
    self.conditions = conditions
    self.configuration = configuration
  }

  /// - Throws: `GitError` when git cannot be asked at all, `ScannerError`, and what `configuration` throws.
  package func run(_ tree: ObjectID) async throws -> Verdict {
    let contents = try await repository.contents(ofTree: tree)
    let items = try TreeWalkItem.all(of: contents, configuration: configuration)
    conditions.meter.expect(objects: items.count)
    let yields: [WalkYield]
    if let readers = try repository.blobReaders(WorkerPool(conditions).workers(for: items.count)) {
      yields = try TreeWalk.scan(items, readers, conditions)
    } else {
      yields = [try await scanInOrder(items)]
    }
    var verdict = WalkYield.verdict(yields)
    verdict.incidents = contents.failures.map(TreeWalk.incident) + verdict.incidents
    verdict.coverage.submodules = contents.submodules
    verdict.isInterrupted = conditions.interruption.isRequested
    return verdict
  }

  private static func scan(
    _ items: [TreeWalkItem], _ readers: [BlobReader], _ conditions: WalkConditions
  ) throws -> [WalkYield] {
    try WorkerPool(conditions).run(items.count) { number, queue in
      let worker = TreeWalkWorker(conditions)
      while let places = queue.take() {
        for place in places where !conditions.interruption.isRequested {
          try worker.scan(items[place], at: place) { readers[number].read($0, limit: conditions.sizeLimit) }
        }
      }
      return worker.yield
    }
  }

  /// Where the git program reads the blobs, it gives them one after the other.
  private func scanInOrder(_ items: [TreeWalkItem]) async throws -> WalkYield {
    let worker = TreeWalkWorker(conditions)
    var failure: (any Error)?
    // In parts, so that the user need not wait for all of them to be read when the scan is to end.
    var start = 0
    while start < items.count, failure == nil, !conditions.interruption.isRequested {
      let part = items[start..<min(items.count, start + 4096)]
      try await repository.read(part.map(\.blob), limit: conditions.sizeLimit) { index, read in
        guard failure == nil, !conditions.interruption.isRequested else { return }
        let place = part.startIndex + index
        do {
          try worker.scan(items[place], at: place) { _ in read }
        } catch {
          failure = error
        }
      }
      start = part.endIndex
    }
    if let failure { throw failure }
    return worker.yield
  }

  private static func incident(_ folder: RepositoryPath, _ error: GitError) -> Incident {
    Incident(
      kind: error.code == .promised ? .partial : error.code == .refused ? .limits : .unreadable,
      subject: folder.bytes.isEmpty ? "the tree" : folder.description + "/", reason: error.description, hint: error.hint
    )
  }
}
