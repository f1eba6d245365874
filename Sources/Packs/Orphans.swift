/// Everything that is made, by way of whatever, from an object that could not be had.
struct Orphans {
  let cause: StaticString
  private let ancestor: Int
  private var current: Int

  init(of ancestor: Int, cause: StaticString) {
    self.ancestor = ancestor
    self.cause = cause
    current = ancestor
  }

  /// The next entry; `nil` after the last. Goes down and along by the forest's links, and up by the bases.
  mutating func next(in tables: StoreTables) -> Int? {
    let child = tables.forest.links[current].firstChild
    if child != EntryTable.none {
      current = Int(child)
      return current
    }
    while current != ancestor {
      let sibling = tables.forest.links[current].nextSibling
      if sibling != EntryTable.none {
        current = Int(sibling)
        return current
      }
      current = Int(tables.entries.bases[current])
    }
    return nil
  }
}
