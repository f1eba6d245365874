/// Reads what a tar file holds, one header after the other: ustar, pax and GNU's long names.
struct TarListing {
  private let bytes: [UInt8]
  private var listing = ArchiveListing()
  private var place = 0
  /// What was said of the next member in headers of its own.
  private var longName: [UInt8]?
  private var longLink: [UInt8]?
  private var records = PaxRecords()

  static func read(_ bytes: [UInt8], limit: Int) -> ArchiveListing {
    var reader = TarListing(bytes)
    do {
      try reader.read(limit: limit)
    } catch {
      reader.listing.failure = error
    }
    return reader.listing
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read(limit: Int) throws(MemberFailure) {
    while place < bytes.count {
      // Two empty blocks end it; archives that were put one behind the other go on after them.
      if bytes[place..<min(place + TarHeader.size, bytes.count)].allSatisfy({ $0 == 0 }) {
        place += TarHeader.size
        continue
      }
      guard let header = TarHeader(bytes, at: place) else {
        throw .unreadable("it is damaged or cut off: no member begins at byte \(place); the rest was not opened")
      }
      guard listing.entries.count < limit else {
        throw .limits("it has more than \(limit) members; the rest was not opened")
      }
      try take(header)
    }
  }

  private mutating func take(_ header: TarHeader) throws(MemberFailure) {
    let start = place + TarHeader.size
    // A link to a file, a device or a folder has no contents, whatever stands there.
    let isEmpty = (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(header.kind)
    guard let length = isEmpty ? 0 : size(header), start + length <= bytes.count else {
      throw .unreadable("it is damaged or cut off at byte \(place)")
    }
    place = start + (length + TarHeader.size - 1) / TarHeader.size * TarHeader.size
    let range = start..<(start + length)
    switch header.kind {
    case UInt8(ascii: "x"):
      records = PaxRecords(bytes[range])
      guard !records.isDamaged else { throw .unreadable("it is damaged at byte \(start): no header of pax") }
      return
    case UInt8(ascii: "L"):
      longName = Array(bytes[range].prefix { $0 != 0 })
      return
    case UInt8(ascii: "K"):
      longLink = Array(bytes[range].prefix { $0 != 0 })
      return
    // What holds for all that follow names no member, and the label of a volume none either.
    case UInt8(ascii: "g"), UInt8(ascii: "V"): return
    default: add(header, range)
    }
    (longName, longLink, records) = (nil, nil, PaxRecords())
  }

  private func size(_ header: TarHeader) -> Int? {
    guard let written = records.values["size"], !"xgLK".utf8.contains(header.kind) else { return header.length }
    return Int(String(decoding: written, as: UTF8.self)).flatMap { $0 >= 0 && $0 <= bytes.count ? $0 : nil }
  }

  private mutating func add(_ header: TarHeader, _ range: Range<Int>) {
    let name = records.values["path"] ?? longName ?? header.name
    switch header.kind {
    case UInt8(ascii: "2"):
      let target = records.values["linkpath"] ?? longLink ?? header.linkName
      listing.entries.append(ArchiveEntry(name: name, .text(target)))
    case UInt8(ascii: "1")...UInt8(ascii: "6"): return
    case UInt8(ascii: "S"):
      add(name, .failed(.unreadable("it is a sparse file, which is not read")))
    case _ where records.isSparse:
      add(records.values["GNU.sparse.name"] ?? name, .failed(.unreadable("it is a sparse file, which is not read")))
    // Folders of very old archives are files whose names end so.
    case _ where name.last == UInt8(ascii: "/") && range.isEmpty: return
    default: add(name, .stored(range))
    }
  }

  private mutating func add(_ name: [UInt8], _ contents: ArchiveEntry.Contents) {
    listing.entries.append(ArchiveEntry(name: name, contents))
  }
}
