/// What was written down of all trees, with the numbers that all visitors share.
struct TreeForest: Sendable {
  /// How many objects the store has; the missing ones are numbered from there.
  let count: Int
  private(set) var records = TreeRecords()
  private(set) var names = ByteTable()
  /// The ids of objects that something names and the store has not.
  private(set) var missing: ByteTable
  private(set) var failures: [LineageFailure] = []

  /// - Parameter missing: what commits, tags and references name and the store has not.
  init<Numbers>(_ visitors: [TreeVisitor<Numbers>], count: Int, missing: ByteTable) {
    self.count = count
    self.missing = missing
    var starts: [Int: (record: UInt32, edge: UInt32)] = [:]
    var (record, edge): (UInt32, UInt32) = (0, 0)
    for visitor in visitors {
      starts[visitor.ids.visitor] = (record, edge)
      record += UInt32(visitor.records.count)
      edge += UInt32(visitor.records.edgeCount)
    }
    for visitor in visitors {
      let names = self.names.merge(visitor.names)
      let missing = self.missing.merge(visitor.missing)
      records.append(
        visitor.records,
        child: { $0 < count ? $0 : UInt32(count) + missing[Int($0) - count] },
        name: { names[Int($0)] },
        record: { id in
          let (visitor, place) = visitor.ids.parts(id)
          return (starts[visitor]?.record ?? 0) + place
        },
        edge: { id in
          let (visitor, place) = visitor.ids.parts(id)
          return (starts[visitor]?.edge ?? 0) + place
        })
    }
    // A damaged copy of a tree that was read from another copy is no loss.
    let unread = Set(visitors.flatMap(\.unread))
    let names = Set(unread.map(\.object))
    let read = Set(names.isEmpty ? [] : records.trees.lazy.map(Int.init).filter(names.contains))
    failures = Array(Set(visitors.flatMap(\.malformed)).union(unread.filter { !read.contains($0.object) }))
    failures.sort { ($0.object, $0.reason) < ($1.object, $1.reason) }
  }

  /// One more than the greatest number of an object, missing ones included.
  var limit: Int { count + missing.count }
}
