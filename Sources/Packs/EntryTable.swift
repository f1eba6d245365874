/// All stored copies of objects: the entries of the packs in the order of their offsets, then the loose objects.
@safe struct EntryTable: ~Copyable, Sendable {
  /// One pack's part of the table, and its bytes, which are mapped for reading only.
  @safe struct PackRange: @unchecked Sendable {
    let start: UnsafeRawPointer
    /// Where the pack's entries end.
    let end: Int
    let entries: Range<Int>

    static func all(_ packs: [IndexedPack]) -> [PackRange] {
      var first = 0
      return packs.map { source in
        defer { first += source.entries.count }
        return unsafe PackRange(
          start: source.pack.file.start, end: source.pack.end, entries: first..<(first + source.entries.count))
      }
    }

    private init(start: UnsafeRawPointer, end: Int, entries: Range<Int>) {
      unsafe self.start = start
      self.end = end
      self.entries = entries
    }
  }

  let count: Int
  let packs: Table<PackRange>
  let files: [MappedFile]
  /// The first loose object of each folder.
  let looseFolders: [(path: String, first: Int)]
  let looseStart: Int
  /// Where each entry of a pack begins in it.
  let offsets: Table<UInt64>
  /// Whose copy each is; `none` for an entry that no index names.
  let objects: Table<UInt32>
  /// Which entry each is made from.
  let bases: Table<UInt32>
  /// The kinds' numbers; 0 where it cannot be known.
  let kinds: Table<UInt8>

  /// Stored whole, or not named.
  static let none = UInt32.max
  /// Made from an object that is not there, or damaged itself.
  static let missing = UInt32.max - 1

  init(_ sources: ObjectSources) throws(PackError) {
    let packed = sources.packs.reduce(0) { $0 + $1.entries.count }
    count = sources.loose.reduce(packed) { $0 + $1.count }
    guard count < EntryTable.missing else {
      throw PackError(code: .system, subject: "objects", cause: "there are more than can be numbered")
    }
    looseStart = packed
    files = sources.packs.map(\.pack.file)
    packs = Table(PackRange.all(sources.packs))
    offsets = Table(count: packed, repeating: 0)
    objects = Table(count: count, repeating: EntryTable.none)
    bases = Table(count: count, repeating: EntryTable.missing)
    kinds = Table(count: count, repeating: 0)
    var first = 0
    for source in sources.packs {
      let range = first..<(first + source.entries.count)
      for (entry, placed) in zip(range, source.entries) { offsets[entry] = placed.offset }
      first = range.upperBound
    }
    var looseFolders: [(path: String, first: Int)] = []
    for folder in sources.loose {
      looseFolders.append((folder.path, first))
      first += folder.count
    }
    self.looseFolders = looseFolders
  }

  /// The number of the pack that an entry is in.
  func pack(of entry: Int) -> Int {
    var (low, high) = (0, packs.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if entry < packs[middle].entries.upperBound { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Where an entry may reach at most: to the next one, or the end of the pack.
  func end(of entry: Int, in pack: PackRange) -> Int {
    var (next, high) = (entry + 1, entry + 1)
    // A damaged index may name the same place any number of times.
    if next < pack.entries.upperBound, offsets[next] == offsets[entry] { high = pack.entries.upperBound }
    while next < high {
      let middle = (next + high) / 2
      if offsets[middle] == offsets[entry] { next = middle + 1 } else { high = middle }
    }
    guard next < pack.entries.upperBound, offsets[next] < UInt64(pack.end) else { return pack.end }
    return Int(offsets[next])
  }

  /// `nil` where the header is damaged or lies outside of the pack.
  @inline(__always)
  func header(of entry: Int, in pack: PackRange, idLength: Int) -> EntryHeader? {
    let offset = offsets[entry]
    guard offset >= PackFile.headerSize, offset < pack.end else { return nil }
    return unsafe EntryHeader(at: pack.start + Int(offset), available: pack.end - Int(offset), idLength: idLength)
  }

  /// The folder that a loose object is in.
  func folder(of entry: Int) -> String {
    looseFolders.last { $0.first <= entry }?.path ?? ""
  }
}
