/// Which entries are copies of an object.
struct CopyTable: ~Copyable, Sendable {
  /// The copy of each object that is taken where one is enough.
  let first: Table<UInt32>
  /// Whether an entry is the copy that is taken.
  let isCounted: Table<Bool>
  /// Whether an object need not be visited; empty when all are to be.
  private let isPassed: Table<Bool>
  /// The next copy of the same object; empty when no object has two.
  private let next: Table<UInt32>

  /// - Parameters:
  ///   - records: as `ObjectNames` takes them, copies of one object in the order of their entries.
  ///   - arePassed: whether there are objects that need not be visited.
  init(
    _ records: [IdentifiedEntry], names: borrowing ObjectNames, entries: borrowing EntryTable, arePassed: Bool
  ) {
    isPassed = Table(count: arePassed ? names.count : 0, repeating: false)
    first = Table(count: names.count, repeating: EntryTable.none)
    isCounted = Table(count: entries.count, repeating: false)
    next = Table(count: names.count < records.count ? entries.count : 0, repeating: EntryTable.none)
    var number = -1
    for position in records.indices {
      let entry = records[position].entry
      if ObjectNames.isFirst(position, of: records, names.idLength) {
        number += 1
        first[number] = entry
      } else {
        next[Int(records[position - 1].entry)] = entry
      }
      entries.objects[Int(entry)] = UInt32(number)
    }
  }

  func next(after entry: Int) -> Int? {
    guard next.count > 0, next[entry] != EntryTable.none else { return nil }
    return Int(next[entry])
  }

  /// The copy in a range of entries, or else the first.
  func copy(of object: Int, in range: Range<Int>) -> Int {
    var entry = Int(first[object])
    while !range.contains(entry) {
      guard let other = next(after: entry) else { return Int(first[object]) }
      entry = other
    }
    return entry
  }

  /// Takes note of objects that need not be visited.
  ///
  /// - Parameter known: their ids, one behind the other; others may be among them.
  func pass(_ known: [UInt8], _ names: borrowing ObjectNames) {
    unsafe known.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      for offset in stride(from: 0, through: bytes.count - names.idLength, by: names.idLength) {
        if let object = unsafe names.number(of: start + offset) { isPassed[object] = true }
      }
    }
  }

  /// Settles which copies count: the first of each object whose kind is known, where there is one.
  func choose(_ entries: borrowing EntryTable) {
    for object in 0..<first.count {
      var entry = Int(first[object])
      while entries.kinds[entry] == 0, let other = next(after: entry) { entry = other }
      if entries.kinds[entry] != 0 { first[object] = UInt32(entry) }
      isCounted[Int(first[object])] = isPassed.count == 0 || !isPassed[object]
    }
  }
}
