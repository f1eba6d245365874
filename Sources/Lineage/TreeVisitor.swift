package import Packs
package import Vocabulary

/// Writes down, of trees in delta order, what leads to interesting and to missing objects, reading only what is new in each.
package struct TreeVisitor<Numbers: ObjectNumbers>: ObjectVisitor {
  private let numbers: Numbers
  private let idLength: Int
  private let interesting: NumberSet
  private var recent: RecentNumbers
  /// Once there are more missing objects than this, they are only counted.
  private let missingLimit: Int

  let ids: RecordIDs
  private(set) var records = TreeRecords()
  private(set) var names = ByteTable()
  /// The ids of objects that trees name and the store has not.
  private(set) var missing = ByteTable()
  /// Trees that were read in part, and trees of which this copy was not read at all.
  private(set) var malformed: [LineageFailure] = []
  private(set) var unread: [LineageFailure] = []

  init(numbers: Numbers, idLength: Int, interesting: NumberSet, missingLimit: Int, ids: RecordIDs) {
    self.numbers = numbers
    self.idLength = idLength
    self.interesting = interesting
    recent = RecentNumbers(idLength: idLength)
    self.missingLimit = missingLimit
    self.ids = ids
  }

  /// Every copy of a tree gets a record, since what is made from it by deltas is told from that copy's record.
  package mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: TreeState?, copies: [CopiedRange]
  ) -> TreeState {
    unsafe bytes.withUnsafeBytes { unsafe visit(object, $0, base: base, copies) }
  }

  package mutating func pass(_ object: Int, size: Int) {
    unread.append(LineageFailure(object: object, reason: "a tree of \(size) bytes"))
  }

  package mutating func fail(_ object: Int, _ error: PackError) {
    unread.append(LineageFailure(object: object, reason: error.cause))
  }

  private mutating func visit(
    _ object: Int, _ bytes: UnsafeRawBufferPointer, base: TreeState?, _ copies: [CopiedRange]
  ) -> TreeState {
    guard records.count < ids.limit, records.edgeCount + bytes.count / idLength < ids.limit else {
      unread.append(LineageFailure(object: object, reason: "there are too many trees"))
      return TreeState(record: TreeRecords.none, starts: [0], followed: [], edges: [], isRepetitive: false)
    }
    let base = base.flatMap { $0.record == TreeRecords.none ? nil : $0 }
    var draft = TreeDraft(base: base, copies: copies)
    while draft.position < bytes.count {
      if draft.takeOver() { continue }
      guard let entry = unsafe TreeEntryBytes(bytes, at: draft.position, idLength: idLength) else {
        malformed.append(
          LineageFailure(object: object, reason: "the entry at byte \(draft.position) of this tree is not whole"))
        break
      }
      let edge = unsafe follow(entry, in: bytes)
      draft.add(endingAt: entry.id + idLength, edge: edge)
    }
    let place = records.count
    records.add(removals: draft.removals())
    records.end(tree: object, base: base?.record ?? TreeRecords.none)
    return draft.state(record: ids.id(place))
  }

  /// Writes down an entry that is to be followed; its edge.
  private mutating func follow(_ entry: TreeEntryBytes, in bytes: UnsafeRawBufferPointer) -> UInt32? {
    guard entry.kind != .submodule else { return nil }
    let id = unsafe UnsafeRawBufferPointer(rebasing: bytes[entry.id..<(entry.id + idLength)])
    var child: Int
    if let base = id.baseAddress, let number = unsafe recent.number(ofBytes: base, in: numbers) {
      guard entry.kind == .tree || interesting.contains(number) else { return nil }
      child = number
    } else {
      let isFollowed = missing.count <= missingLimit
      child = unsafe numbers.count + missing.number(adding: id)
      guard isFollowed else { return nil }
    }
    let name = unsafe names.number(adding: UnsafeRawBufferPointer(rebasing: bytes[entry.name]))
    records.add(child: child, name: name)
    return ids.id(records.edgeCount - 1)
  }
}
