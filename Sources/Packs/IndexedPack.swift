/// A pack and what its index says of it.
@safe struct IndexedPack {
  let pack: PackFile
  /// The index, which must stay for as long as the names are read.
  let index: MappedFile
  let names: UnsafeRawPointer
  let stride: Int
  /// In the order of their offsets.
  let entries: [PlacedEntry]

  init(_ pack: PackFile, _ index: PackIndex) {
    self.pack = pack
    self.index = index.file
    unsafe names = index.names
    stride = index.stride
    var entries: [PlacedEntry] = []
    entries.reserveCapacity(index.count)
    for position in 0..<index.count {
      entries.append(PlacedEntry(offset: index.offset(of: position), position: UInt32(position)))
    }
    PlacedEntry.sort(&entries)
    self.entries = entries
  }

  /// What a multi-pack index says of one pack that has no index of its own.
  init(_ pack: PackFile, _ index: MultiPackIndex, number: Int, idLength: Int) {
    self.pack = pack
    self.index = index.file
    unsafe names = index.names
    stride = idLength
    var entries: [PlacedEntry] = []
    for position in 0..<index.count {
      let place = index.place(of: position)
      if place.pack == number { entries.append(PlacedEntry(offset: place.offset, position: UInt32(position))) }
    }
    entries += IndexedPack.unnamedBases(of: entries, in: pack, idLength: idLength)
    PlacedEntry.sort(&entries)
    self.entries = entries
  }

  /// Entries that named ones are made from: where an object is in several packs, a multi-pack index names one place only.
  private static func unnamedBases(of entries: [PlacedEntry], in pack: PackFile, idLength: Int) -> [PlacedEntry] {
    var known = Set(entries.map(\.offset))
    var unnamed: [PlacedEntry] = []
    for entry in entries {
      var offset = entry.offset
      while let base = base(of: offset, in: pack, idLength: idLength), known.insert(base).inserted {
        unnamed.append(PlacedEntry(offset: base, position: PlacedEntry.unnamed))
        offset = base
      }
    }
    return unnamed
  }

  private static func base(of offset: UInt64, in pack: PackFile, idLength: Int) -> UInt64? {
    guard offset >= PackFile.headerSize, offset < pack.end,
      let header = unsafe EntryHeader(
        at: pack.file.start + Int(offset), available: pack.end - Int(offset), idLength: idLength),
      case .offsetDelta(let distance) = header.content, distance > 0, distance < offset
    else { return nil }
    return offset - distance
  }
}
