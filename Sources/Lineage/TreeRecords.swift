/// What one visitor writes down of trees, each relative to the tree it is stored as a delta of.
///
/// An edge is an entry that is followed: a folder, an interesting object or one that is not in the store. Records and edges
/// have ids that differ between visitors, since the base of a tree may have been seen by another one: see `RecordIDs`.
struct TreeRecords: Sendable {
  /// For each record, its tree.
  private(set) var trees: [UInt32] = []
  /// The id of the record of its base, or `none`.
  private(set) var bases: [UInt32] = []
  /// Where its edges and removals end.
  private(set) var edgeEnds: [UInt32] = []
  private(set) var removalEnds: [UInt32] = []

  /// For each edge, the number of what it names; of what is missing, the store's count and the place in `missing`.
  private(set) var children: [UInt32] = []
  private(set) var names: [UInt32] = []
  /// Ids of the edges that a base has and a tree has not, ascending in each record.
  private(set) var removals: [UInt32] = []

  static let none = UInt32.max

  var count: Int { trees.count }
  var edgeCount: Int { children.count }

  mutating func add(child: Int, name: Int) {
    children.append(UInt32(truncatingIfNeeded: child))
    names.append(UInt32(truncatingIfNeeded: name))
  }

  mutating func add(removals edges: [UInt32]) { removals.append(contentsOf: edges) }

  /// Ends a record: what was added since the last one is its own.
  mutating func end(tree: Int, base: UInt32) {
    trees.append(UInt32(truncatingIfNeeded: tree))
    bases.append(base)
    edgeEnds.append(UInt32(truncatingIfNeeded: children.count))
    removalEnds.append(UInt32(truncatingIfNeeded: removals.count))
  }

  func edges(of record: Int) -> Range<Int> { TreeRecords.range(record, edgeEnds) }
  func removals(of record: Int) -> Range<Int> { TreeRecords.range(record, removalEnds) }

  private static func range(_ record: Int, _ ends: [UInt32]) -> Range<Int> {
    (record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])
  }

  /// The record that an edge was added in.
  func record(ofEdge edge: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(edgeEnds[middle]) <= edge { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Takes in another visitor's records.
  ///
  /// - Parameters:
  ///   - child, name: the numbers here of what they are there.
  ///   - record, edge: the places here of ids.
  mutating func append(
    _ other: TreeRecords, child: (UInt32) -> UInt32, name: (UInt32) -> UInt32, record: (UInt32) -> UInt32,
    edge: (UInt32) -> UInt32
  ) {
    let (edges, removed) = (UInt32(children.count), UInt32(removals.count))
    trees += other.trees
    bases += other.bases.lazy.map { $0 == TreeRecords.none ? $0 : record($0) }
    edgeEnds += other.edgeEnds.lazy.map { $0 + edges }
    removalEnds += other.removalEnds.lazy.map { $0 + removed }
    children += other.children.lazy.map(child)
    names += other.names.lazy.map(name)
    removals += other.removals.lazy.map(edge)
  }
}
