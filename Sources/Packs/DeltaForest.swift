/// Which entries are made from which: trees whose roots are stored whole.
///
/// An entry of whose tree nothing is needed, as its object is had from elsewhere, is not in it.
struct DeltaForest: ~Copyable, Sendable {
  /// The way from an entry to others.
  struct Links {
    /// The first entry made from it.
    var firstChild = EntryTable.none
    /// The next entry made from the same base; the one with most below it comes last.
    var nextSibling = EntryTable.none
  }

  let links: Table<Links>
  /// How many objects each entry and those below it give.
  let weights: Table<UInt32>

  /// Gives entries that are made from others their kinds.
  init(_ entries: borrowing EntryTable, _ copies: borrowing CopyTable) {
    let count = entries.count
    links = Table(count: count, repeating: Links())
    weights = Table(count: count, repeating: 0)
    let order = isInOrder(entries) ? Array(0..<UInt32(count)) : depthFirst(entries)
    for entry in order {
      let base = entries.bases[Int(entry)]
      if base < EntryTable.missing { entries.kinds[Int(entry)] = entries.kinds[Int(base)] }
    }
    copies.choose(entries)
    weigh(entries, copies, order)
    link(entries)
  }

  /// Whether every base stands before what is made from it, as in all packs without references by id.
  private borrowing func isInOrder(_ entries: borrowing EntryTable) -> Bool {
    for entry in 0..<entries.count {
      let base = entries.bases[entry]
      if base < EntryTable.missing, base >= entry { return false }
    }
    return true
  }

  /// The entries that can be reached from those that are stored whole, bases before what is made from them.
  private borrowing func depthFirst(_ entries: borrowing EntryTable) -> [UInt32] {
    for entry in 0..<entries.count where entries.bases[entry] < EntryTable.missing { push(entry, entries) }
    var order: [UInt32] = []
    order.reserveCapacity(entries.count)
    var stack: [UInt32] = []
    for root in 0..<entries.count where entries.bases[root] == EntryTable.none {
      stack.append(UInt32(root))
      while let entry = stack.popLast() {
        order.append(entry)
        var child = links[Int(entry)].firstChild
        while child != EntryTable.none {
          stack.append(child)
          child = links[Int(child)].nextSibling
        }
      }
    }
    for entry in 0..<entries.count { links[entry] = Links() }
    return order
  }

  private borrowing func weigh(
    _ entries: borrowing EntryTable, _ copies: borrowing CopyTable, _ order: [UInt32]
  ) {
    for number in order.reversed() {
      let entry = Int(number)
      guard entries.kinds[entry] != 0 else { continue }
      if copies.isCounted[entry] { weights[entry] += 1 }
      let base = entries.bases[entry]
      if base < EntryTable.missing { weights[Int(base)] += weights[entry] }
    }
  }

  private borrowing func link(_ entries: borrowing EntryTable) {
    let heaviest = Table(count: entries.count, repeating: EntryTable.none)
    for entry in 0..<entries.count where isLinked(entry, entries) {
      let base = Int(entries.bases[entry])
      let best = heaviest[base]
      if best == EntryTable.none || weights[entry] > weights[Int(best)] { heaviest[base] = UInt32(entry) }
    }
    for entry in 0..<entries.count { links[entry] = Links(firstChild: heaviest[entry]) }
    for entry in (0..<entries.count).reversed() where isLinked(entry, entries) {
      if heaviest[Int(entries.bases[entry])] != entry { push(entry, entries) }
    }
  }

  private borrowing func isLinked(_ entry: Int, _ entries: borrowing EntryTable) -> Bool {
    entries.bases[entry] < EntryTable.missing && weights[entry] > 0
  }

  private borrowing func push(_ entry: Int, _ entries: borrowing EntryTable) {
    let base = Int(entries.bases[entry])
    links[entry].nextSibling = links[base].firstChild
    links[base].firstChild = UInt32(entry)
  }
}
