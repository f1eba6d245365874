internal import Vocabulary

/// What leads to each commit and tag.
struct Reachability: Sendable {
  /// A tip that leads to a tree or blob, or to nothing that is known, without a commit between.
  struct Direct: Sendable {
    let tip: Tip
    /// The tag that names the object, where the tip itself does not.
    let tag: Int?
    let object: Int
  }

  private let graph: CommitGraph
  /// For each commit, the strength of its reach.
  private var strengths: [UInt8]
  private var tagTips: [Int: [Tip]] = [:]
  /// The names of tips that lead to commits, sorted, and those commits' places.
  private var commitTips: [(name: String, place: Int)] = []
  private(set) var direct: [Direct] = []

  init(_ graph: CommitGraph, tips: [(tip: Tip, object: Int)]) {
    self.graph = graph
    strengths = [UInt8](repeating: 0, count: graph.commits.count)
    for (tip, object) in tips { add(tip, leadingTo: object) }
    commitTips.sort { $0.name < $1.name }
    for place in graph.commits.indices.reversed() where strengths[place] > 0 {
      for parent in graph.parents(of: place) {
        strengths[Int(parent)] = max(strengths[Int(parent)], strengths[place])
      }
    }
  }

  private mutating func add(_ tip: Tip, leadingTo start: Int) {
    var object = start
    var tags: [Int] = []
    while let target = graph.targets[object], !tags.contains(object) {
      tagTips[object, default: []].append(tip)
      tags.append(object)
      object = target
    }
    if let place = graph.place(of: object) {
      strengths[place] = max(strengths[place], tip.reach.strength)
      if let name = tip.name { commitTips.append((name, place)) }
    } else {
      direct.append(Direct(tip: tip, tag: tags.last, object: object))
    }
  }

  func reach(ofCommit place: Int) -> Trace.Reach { Trace.Reach(strength: strengths[place]) }

  func reach(ofTag tag: Int) -> Trace.Reach {
    Trace.Reach(strength: tagTips[tag]?.map(\.reach.strength).max() ?? 0)
  }

  func references(reachingTag tag: Int) -> [String] { Set(tagTips[tag]?.compactMap(\.name) ?? []).sorted() }

  /// For each group of commits, the names of the tips that lead to any of them, sorted, the first ones of very many.
  func references(reachingAny groups: [[Int]]) -> [[String]] {
    var names: [[String]] = []
    for start in stride(from: 0, to: groups.count, by: UInt64.bitWidth) {
      names += references(reachingFew: groups[start..<min(start + UInt64.bitWidth, groups.count)])
    }
    return names
  }

  /// One pass over the history, from those commits on towards their descendants, with a bit for each group.
  private func references(reachingFew groups: ArraySlice<[Int]>) -> [[String]] {
    var masks = [UInt64](repeating: 0, count: graph.commits.count)
    var first = masks.count
    for (bit, places) in groups.enumerated() {
      for place in places { masks[place] |= 1 << UInt64(bit) }
      first = min(first, places.min() ?? first)
    }
    for place in first..<masks.count {
      for parent in graph.parents(of: place) { masks[place] |= masks[Int(parent)] }
    }
    var names = [[String]](repeating: [], count: groups.count)
    for (name, place) in commitTips {
      var rest = masks[place]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        // They come in order, so the first ones are kept.
        if names[bit].count < Trace.mostReferences, names[bit].last != name { names[bit].append(name) }
        rest &= rest - 1
      }
    }
    return names
  }
}
