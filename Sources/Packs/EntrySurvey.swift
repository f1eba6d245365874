/// Reads the header of every entry: its kind where it is stored whole, or what it is made from.
enum EntrySurvey {
  /// After so many bytes of a pack its pages are given back.
  private static let pageBudget = 64 << 20

  static func read(
    _ entries: borrowing EntryTable, names: borrowing ObjectNames, copies: borrowing CopyTable
  ) {
    for number in 0..<entries.packs.count {
      let pack = entries.packs[number]
      var dropped: UInt64 = 0
      for entry in pack.entries {
        read(entry, in: pack, entries, names, copies)
        if entries.offsets[entry] > dropped &+ UInt64(pageBudget) {
          entries.files[number].dropPages()
          dropped = entries.offsets[entry]
        }
      }
      entries.files[number].dropPages()
    }
    for entry in entries.looseStart..<entries.count { readLoose(entry, entries, names) }
  }

  @inline(__always)
  private static func read(
    _ entry: Int, in pack: EntryTable.PackRange, _ entries: borrowing EntryTable, _ names: borrowing ObjectNames,
    _ copies: borrowing CopyTable
  ) {
    guard let header = entries.header(of: entry, in: pack, idLength: names.idLength) else { return }
    switch header.content {
    case .whole(let kind):
      entries.kinds[entry] = kind.rawValue
      entries.bases[entry] = EntryTable.none
    case .offsetDelta(let distance):
      if let base = base(of: entry, distance: distance, in: pack, entries) { entries.bases[entry] = UInt32(base) }
    case .referenceDelta(let id):
      guard let object = unsafe names.number(of: id) else { return }
      // A thin pack's remains are made from what is elsewhere.
      let base = copies.copy(of: object, in: pack.entries)
      if base != entry { entries.bases[entry] = UInt32(base) }
    }
  }

  /// The entry that begins `distance` bytes before another. Mostly it is near, so the steps begin small.
  @inline(__always)
  private static func base(
    of entry: Int, distance: UInt64, in pack: EntryTable.PackRange, _ entries: borrowing EntryTable
  ) -> Int? {
    let offset = entries.offsets[entry]
    guard distance > 0, distance < offset else { return nil }
    let wanted = offset - distance
    var (high, step) = (entry, 1)
    var low = max(pack.entries.lowerBound, high - step)
    while entries.offsets[low] > wanted, low > pack.entries.lowerBound {
      high = low
      step *= 2
      low = max(pack.entries.lowerBound, high - step)
    }
    while low < high {
      let middle = (low + high) / 2
      if entries.offsets[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return entries.offsets[low] == wanted ? low : nil
  }

  private static func readLoose(_ entry: Int, _ entries: borrowing EntryTable, _ names: borrowing ObjectNames) {
    let id = unsafe Array(UnsafeRawBufferPointer(start: names[Int(entries.objects[entry])], count: names.idLength))
    let path = LooseFolder.path(of: id, in: entries.folder(of: entry))
    // What is wrong with the file is said when the object is asked for.
    do throws(PackError) {
      entries.kinds[entry] = try LooseObject(path: path).kind.rawValue
      entries.bases[entry] = EntryTable.none
    } catch {
      // The object has no kind now, and why is said when it is asked for.
    }
  }
}
