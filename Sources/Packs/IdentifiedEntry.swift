internal import Glibc

/// An entry and the id that it has, for putting them into the order of ids.
@safe struct IdentifiedEntry {
  /// The first eight bytes of the id.
  let prefix: UInt64
  let id: UnsafeRawPointer
  let entry: UInt32

  init(id: UnsafeRawPointer, entry: Int) {
    prefix = unsafe id.number64(at: 0)
    unsafe self.id = id
    self.entry = UInt32(entry)
  }

  @inline(__always)
  func order(_ other: IdentifiedEntry, idLength: Int) -> Int32 {
    if prefix != other.prefix { return prefix < other.prefix ? -1 : 1 }
    return unsafe memcmp(id, other.id, idLength)
  }

  /// All entries that have an id, in the order of their ids, copies of one object in the order of the entries.
  ///
  /// The ids stand in the sources' memory, which must live for as long.
  static func all(_ sources: ObjectSources, idLength: Int) -> [IdentifiedEntry] {
    var all: [IdentifiedEntry] = []
    all.reserveCapacity(
      sources.packs.reduce(0) { $0 + $1.entries.count } + sources.loose.reduce(0) { $0 + $1.count })
    var first = 0
    for pack in sources.packs {
      append(pack, first: first, to: &all)
      first += pack.entries.count
    }
    for folder in sources.loose {
      for position in 0..<folder.count {
        unsafe all.append(IdentifiedEntry(id: folder.ids.bytes + position * idLength, entry: first + position))
      }
      first += folder.count
    }
    // The runs that are in order already are found and merged.
    all.sort { one, other in
      let order = one.order(other, idLength: idLength)
      return order < 0 || order == 0 && one.entry < other.entry
    }
    return all
  }

  /// The entries of a pack as its index has them: in the order of their ids.
  private static func append(_ pack: IndexedPack, first: Int, to all: inout [IdentifiedEntry]) {
    let none = UInt32.max
    let positions = pack.entries.reduce(0) { $1.position == PlacedEntry.unnamed ? $0 : max($0, Int($1.position) + 1) }
    var entries = [UInt32](repeating: none, count: positions)
    for (place, entry) in pack.entries.enumerated() where entry.position != PlacedEntry.unnamed {
      entries[Int(entry.position)] = UInt32(first + place)
    }
    for position in 0..<positions where entries[position] != none {
      let id = unsafe pack.names + position * pack.stride
      unsafe all.append(IdentifiedEntry(id: id, entry: Int(entries[position])))
    }
  }
}
