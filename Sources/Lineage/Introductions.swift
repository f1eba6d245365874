internal import Vocabulary

/// Goes through the history, ancestors first, and finds what each commit brings in that none of its parents has.
struct Introductions {
  private(set) var places: [LineageResult.Place] = []
  private(set) var directPlaces: [LineageResult.DirectPlace] = []
  private(set) var isCut = false

  init(
    _ graph: CommitGraph, _ reachability: Reachability, _ trees: InterestingTrees, includesUnreachable: Bool,
    placeLimit: Int, isCancelled: () -> Bool
  ) throws {
    guard trees.seeds.count > 0 else { return }
    var comparison = TreeComparison(trees, placeLimit: placeLimit)
    for place in graph.commits.indices where includesUnreachable || reachability.reach(ofCommit: place) != .nothing {
      let tree = Int(graph.trees[place])
      guard trees.leads(tree) || trees.seeds.contains(tree) else { continue }
      if place & 1023 == 0, isCancelled() { throw CancellationError() }
      let parents = graph.parents(of: place).map { Int(graph.trees[Int($0)]) }
      let found = comparison.places(in: tree, against: parents).map {
        LineageResult.Place(order: place, commit: Int(graph.commits[place]), path: $0.path, object: $0.object)
      }
      places += found.sorted { ($0.path, $0.object) < ($1.path, $1.object) }
      isCut = isCut || places.count > placeLimit
      if isCut { break }
    }
    for direct in reachability.direct where !isCut {
      directPlaces += comparison.places(in: direct.object, against: []).map {
        LineageResult.DirectPlace(tip: direct.tip, tag: direct.tag, path: $0.path, object: $0.object)
      }
      isCut = isCut || directPlaces.count > placeLimit
    }
    isCut = isCut || comparison.isCut
  }
}
