/// Exactly the trees that hold interesting objects, themselves or in folders below, and what of theirs leads to them.
struct InterestingTrees: Sendable {
  let forest: TreeForest
  /// The interesting objects themselves.
  let seeds: NumberSet
  private var trees: NumberSet
  /// The list of each interesting tree, in the order of `trees`.
  private var listOfTree: [UInt32] = []
  /// All lists, one behind the other: edges, ordered by name and then by what they name.
  private var listEdges: [UInt32] = []
  private var listEnds: [UInt32] = [0]

  init(_ forest: TreeForest, seeds objects: some Sequence<Int>) {
    self.forest = forest
    var seeds = NumberSet(limit: forest.limit)
    for object in objects where object >= 0 && object < forest.limit { seeds.insert(object) }
    self.seeds = seeds
    trees = NumberSet(limit: forest.limit)
    guard seeds.count > 0 else { return }
    let deltas = Adjacency(forest.records.bases, limit: forest.records.count)
    let interesting = mark(deltas)
    trees.rank()
    writeLists(interesting, deltas)
  }

  /// Whether a tree, or a missing or unread one, leads to something interesting.
  func leads(_ tree: Int) -> Bool { trees.contains(tree) }

  /// What of a tree is interesting or leads to something interesting.
  func list(of tree: Int) -> List { List(trees.place(of: tree).map { Int(listOfTree[$0]) } ?? 0) }

  /// The interesting entries of trees; two trees with the same list have the same ones.
  struct List: Hashable, Sendable {
    fileprivate let place: Int
    fileprivate init(_ place: Int) { self.place = place }
  }

  func edges(of list: List) -> ArraySlice<UInt32> {
    list.place == 0 ? [] : listEdges[Int(listEnds[list.place - 1])..<Int(listEnds[list.place])]
  }

  func name(of edge: UInt32) -> UInt32 { forest.records.names[Int(edge)] }
  func child(of edge: UInt32) -> Int { Int(forest.records.children[Int(edge)]) }

  // MARK: Marking

  /// Marks the trees that lead to the seeds, and gives the edges that do: from an object to the edges that name it, from
  /// those down the deltas until they are removed, and from the trees found on the way to the edges that name them.
  private mutating func mark(_ deltas: Adjacency) -> NumberSet {
    let records = forest.records
    let parents = Adjacency(records.children, limit: forest.limit)
    var edges = NumberSet(limit: records.edgeCount)
    var objects = seeds.members
    var stack: [Int] = []
    while let object = objects.popLast() {
      for edge in parents[object] where edges.insert(Int(edge)) {
        stack.append(records.record(ofEdge: Int(edge)))
        while let record = stack.popLast() {
          let tree = Int(records.trees[record])
          if trees.insert(tree), !seeds.contains(tree) { objects.append(tree) }
          for delta in deltas[record] where !removes(Int(delta), edge) { stack.append(Int(delta)) }
        }
      }
    }
    return edges
  }

  private func removes(_ record: Int, _ edge: UInt32) -> Bool {
    var range = forest.records.removals(of: record)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let removed = forest.records.removals[middle]
      if removed == edge { return true }
      range = removed < edge ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  // MARK: Lists

  /// Writes the lists, each from that of the base; a tree that changes nothing interesting shares its base's.
  private mutating func writeLists(_ interesting: NumberSet, _ deltas: Adjacency) {
    let records = forest.records
    listOfTree = [UInt32](repeating: 0, count: trees.count)
    var stack: [(record: Int, base: Int)] = []
    for root in 0..<records.count where records.bases[root] == TreeRecords.none {
      stack.append((root, 0))
      while let (record, base) = stack.popLast() {
        let list = self.list(of: record, from: base, interesting)
        if list != 0, let place = trees.place(of: Int(records.trees[record])) { listOfTree[place] = UInt32(list) }
        for delta in deltas[record] { stack.append((Int(delta), list)) }
      }
    }
  }

  private mutating func list(of record: Int, from base: Int, _ interesting: NumberSet) -> Int {
    let records = forest.records
    let added = records.edges(of: record).filter(interesting.contains).map { UInt32($0) }
    let removed = records.removals[records.removals(of: record)].contains { interesting.contains(Int($0)) }
    guard removed || !added.isEmpty else { return base }
    var edges = edges(of: List(base)).filter { !removed || !removes(record, $0) } + added
    guard !edges.isEmpty else { return 0 }
    if !added.isEmpty {
      edges.sort {
        (records.names[Int($0)], records.children[Int($0)]) < (records.names[Int($1)], records.children[Int($1)])
      }
    }
    listEdges += edges
    listEnds.append(UInt32(listEdges.count))
    return listEnds.count - 1
  }
}
