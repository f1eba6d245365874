package import Git
internal import Packs
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
    let folders = try await repository.objectFolders()
    let objects = StoredObjects(folders: folders, idLength: tree.bytes.count)
    var found = try TreeWalk.scan(items, objects, conditions)
    let missed = found.flatMap(\.missed).sorted()
    if !missed.isEmpty { found.append((try await scanByGit(items, missed), [])) }
    let yields = found.map(\.yield)
    var verdict = WalkYield.verdict(yields)
    verdict.incidents = TreeWalk.incidents(contents) + verdict.incidents
    verdict.coverage.submodules = contents.submodules
    verdict.isInterrupted = conditions.interruption.isRequested
    return verdict
  }

  /// Reads straight from packs and files what can be read so; the places of the rest are `missed`.
  private static func scan(
    _ items: [TreeWalkItem], _ objects: StoredObjects, _ conditions: WalkConditions
  ) throws -> [(yield: WalkYield, missed: [Int])] {
    try WorkerPool(conditions).run(items.count) { _, queue in
      let worker = TreeWalkWorker(conditions)
      var reader = StoredObjectReader(objects)
      var missed: [Int] = []
      while let places = queue.take() {
        for place in places where !conditions.interruption.isRequested {
          guard let selection = try worker.selection(items[place]) else { continue }
          if let bytes = reader?.blob(items[place].blob, limit: conditions.sizeLimit) {
            worker.scan(items[place], selection, at: place, .bytes(bytes))
          } else {
            missed.append(place)
          }
        }
      }
      return (worker.yield, missed)
    }
  }

  /// Reads what is left the way git does, which knows more places and what is wrong with what it cannot read.
  private func scanByGit(_ items: [TreeWalkItem], _ places: [Int]) async throws -> WalkYield {
    let worker = TreeWalkWorker(conditions)
    var failure: (any Error)?
    // In parts, so that the user need not wait for all of them to be read when the scan is to end.
    var start = 0
    while start < places.count, failure == nil, !conditions.interruption.isRequested {
      let part = places[start..<min(places.count, start + 4096)]
      do {
        try await repository.read(part.map { items[$0].blob }, limit: conditions.sizeLimit) { index, read in
          guard failure == nil, !conditions.interruption.isRequested else { return }
          let place = part[part.startIndex + index]
          do {
            // Whatever leaves out all of a blob's paths has done so before.
            guard let selection = try worker.selection(items[place]) else { return }
            worker.scan(items[place], selection, at: place, read)
          } catch {
            failure = error
          }
        }
      } catch {
        // Ctrl-C reaches a git that is running for the scan too: what was found until then counts.
        guard conditions.interruption.isRequested else { throw error }
      }
      start = part.endIndex
    }
    if let failure { throw failure }
    return worker.yield
  }

  /// What could not be listed.
  private static func incidents(_ contents: TreeContents) -> [Incident] {
    var incidents = contents.failures.map { folder, error in
      Incident(
        kind: error.code == .promised ? .partial : .unreadable,
        subject: folder.bytes.isEmpty ? "the tree" : folder.description + "/", reason: error.description,
        hint: error.hint)
    }
    if contents.isCutOff {
      incidents.append(
        Incident(kind: .limits, subject: "the tree", reason: "it holds too many paths; the rest was not listed"))
    }
    return incidents
  }
}
