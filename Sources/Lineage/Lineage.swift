package import Packs
package import Vocabulary

/// A history and what leads to its parts: asked where a few interesting objects came in, at which paths.
package struct Lineage: Sendable {
  package let graph: CommitGraph
  private let store: ObjectStore
  private let idLength: Int
  private let reachability: Reachability
  private let missingTips: [Tip]
  private let head: Int?
  /// How many places may be told before the rest is cut.
  package var placeLimit = 1_000_000

  /// No tree is as large as this.
  private static let treeLimit = 1 << 30
  /// Of more missing objects than this, as in a partial clone, nobody asks for each where it belongs.
  private static let missingLimit = 1000

  /// - Parameters:
  ///   - idLength: how many bytes an object's name has.
  ///   - tips: all that keeps parts of the history from being dropped.
  ///   - head: the commit of HEAD.
  package init(store: ObjectStore, idLength: Int, graph: CommitGraph, tips: [Tip], head: ObjectID?) {
    self.store = store
    self.idLength = idLength
    self.graph = graph
    let known = tips.map { (tip: $0, object: store.number(of: $0.id)) }
    missingTips = known.filter { $0.object == nil }.map(\.tip)
    reachability = Reachability(graph, tips: known.compactMap { tip, object in object.map { (tip, $0) } })
    self.head = head.flatMap { store.number(of: $0) }.flatMap { graph.place(of: $0) }
  }

  // MARK: Reach

  /// The strongest of what leads to a commit, by its number in the store.
  package func reach(ofCommit commit: Int) -> Trace.Reach {
    graph.place(of: commit).map { reachability.reach(ofCommit: $0) } ?? .nothing
  }

  package func reach(ofTag tag: Int) -> Trace.Reach { reachability.reach(ofTag: tag) }

  /// For each of some commits, by their numbers, the names of the tips that lead to it, sorted.
  package func references(reachingCommits commits: [Int]) -> [[String]] {
    references(reachingAny: commits.map { [$0] })
  }

  /// For each group of commits, by their numbers, the names of the tips that lead to any of them, sorted, the first ones of
  /// very many.
  package func references(reachingAny groups: [[Int]]) -> [[String]] {
    reachability.references(reachingAny: groups.map { $0.compactMap { graph.place(of: $0) } })
  }

  package func references(reachingTag tag: Int) -> [String] { reachability.references(reachingTag: tag) }

  // MARK: Tracing

  /// Finds where objects came into the history.
  ///
  /// - Parameters:
  ///   - interesting: their numbers in the store.
  ///   - includesUnreachable: looks at commits too that nothing leads to.
  /// - Throws: what the store throws, and `CancellationError`.
  package func trace(
    _ interesting: [Int], includesUnreachable: Bool, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ objects: Int, _ bytes: Int) -> Void = { _, _ in }
  ) async throws -> LineageResult {
    let forest = try await readTrees(interesting, workers: workers, isCancelled: isCancelled, progress: progress)
    let areCounted = forest.missing.count > Lineage.missingLimit
    let missing = areCounted ? forest.count..<forest.count : forest.count..<forest.limit
    let trees = InterestingTrees(forest, seeds: interesting + forest.failures.map(\.object) + missing)
    let introductions = try Introductions(
      graph, reachability, trees, includesUnreachable: includesUnreachable, placeLimit: placeLimit,
      isCancelled: isCancelled)
    let reached = Set(introductions.places.lazy.map(\.object)).union(introductions.directPlaces.lazy.map(\.object))
    let looked = { (commit: Int) in includesUnreachable || reach(ofCommit: commit) != .nothing }
    return LineageResult(
      places: introductions.places, directPlaces: introductions.directPlaces,
      headObjects: head.map { TreeComparison.objects(under: Int(graph.trees[$0]), trees) },
      unreached: interesting.filter { !reached.contains($0) },
      missing: (0..<forest.missing.count).map { ObjectID(bytes: Array(forest.missing[$0])) },
      areMissingOnlyCounted: areCounted,
      missingCommits: Set(graph.missingParents.filter { looked($0.commit) }.map(\.parent)).sorted().map {
        ObjectID(bytes: Array(graph.missing[$0 - store.count]))
      },
      missingTips: missingTips, shallowCommits: graph.shallowCommits,
      failures: graph.failures.filter { matters($0.object, includesUnreachable) }
        + forest.failures.filter { includesUnreachable || reached.contains($0.object) },
      isCut: introductions.isCut)
  }

  /// Whether an unreadable commit or tag is part of what was looked at.
  private func matters(_ object: Int, _ includesUnreachable: Bool) -> Bool {
    if includesUnreachable { return true }
    guard let place = graph.place(of: object) else {
      return reachability.direct.contains { $0.object == object } || reach(ofTag: object) != .nothing
    }
    return reachability.reach(ofCommit: place) != .nothing
  }

  private func readTrees(
    _ interesting: [Int], workers: Int, isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (_ objects: Int, _ bytes: Int) -> Void
  ) async throws -> TreeForest {
    var set = NumberSet(limit: store.count)
    for object in interesting where object >= 0 && object < store.count { set.insert(object) }
    let (store, idLength, wanted) = (store, idLength, set)
    let visitors = VisitorNumbers(limit: max(workers, 1))
    let read = try await store.visit(
      kind: .tree, workers: workers, sizeLimit: Lineage.treeLimit, isCancelled: isCancelled, progress: progress
    ) {
      TreeVisitor(
        numbers: store, idLength: idLength, interesting: wanted, missingLimit: Lineage.missingLimit,
        ids: RecordIDs(visitor: try visitors.next(), of: max(workers, 1)))
    }
    // A cancelled visit leaves the rest and says nothing.
    if Task.isCancelled || isCancelled() { throw CancellationError() }
    return TreeForest(read, count: store.count, missing: graph.missing)
  }
}
