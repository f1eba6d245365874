/// Reads what a zip file lists at its end (APPNOTE 6.3, section 4.3.12): only there the sizes are always right.
struct ZipListing {
  private let bytes: [UInt8]
  private var listing = ArchiveListing()
  /// How far the offsets are off, when something was put before the first member.
  private var shift = 0

  static func read(_ bytes: [UInt8], limit: Int) -> ArchiveListing {
    var reader = ZipListing(bytes)
    do {
      try reader.read(limit: limit)
    } catch {
      reader.listing.failure = error
    }
    return reader.listing
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read(limit: Int) throws(MemberFailure) {
    guard let end = end() else { throw .unreadable("it is damaged or cut off: the list of its members is not there") }
    let count = bytes.number16(at: end + 10)
    let (size, offset) = (bytes.number32(at: end + 12), bytes.number32(at: end + 16))
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      throw .unreadable("it is in the form for very large files (zip64), which is not read")
    }
    guard bytes.number16(at: end + 4) == 0, bytes.number16(at: end + 8) == count else {
      throw .unreadable("it is one part of several")
    }
    shift = end - size - offset
    guard shift >= 0 else { throw .unreadable(ZipListing.damaged) }
    var place = end - size
    for number in 0..<count {
      guard number < limit else { throw .limits("it has more than \(limit) members; the rest was not opened") }
      place = try entry(at: place, end: end)
    }
    listing.count = count
    guard place == end else { throw .unreadable("its list of members says less than it holds") }
  }

  private static let damaged = "its list of members is damaged"
  private static let signatures = (member: 0x0403_4B50, listed: 0x0201_4B50, end: 0x0605_4B50)

  /// How often the signature of a member stands in bytes.
  static func signatureCount(_ bytes: [UInt8]) -> Int {
    var (count, place) = (0, 0)
    while let next = bytes[place...].firstIndex(of: 0x50) {
      if bytes.number32(at: next) == signatures.member { count += 1 }
      place = next + 1
    }
    return count
  }

  /// Where the record at the end begins; a comment of up to 65,535 bytes may follow.
  private func end() -> Int? {
    var place = bytes.count - 22
    let last = max(0, place - 0xFFFF)
    while place >= last {
      if bytes.number32(at: place) == ZipListing.signatures.end,
        place + 22 + bytes.number16(at: place + 20) == bytes.count
      {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// Takes one line of the list, and returns where the next one begins.
  private mutating func entry(at place: Int, end: Int) throws(MemberFailure) -> Int {
    let nameEnd = place + 46 + bytes.number16(at: place + 28)
    let next = nameEnd + bytes.number16(at: place + 30) + bytes.number16(at: place + 32)
    guard place + 46 <= end, next <= end, bytes.number32(at: place) == ZipListing.signatures.listed else {
      throw .unreadable(ZipListing.damaged)
    }
    let name = Array(bytes[(place + 46)..<nameEnd])
    let isFolder = name.last == UInt8(ascii: "/") && bytes.number32(at: place + 24) == 0
    if !isFolder { listing.entries.append(ArchiveEntry(name: name, contents(at: place))) }
    return next
  }

  private func contents(at place: Int) -> ArchiveEntry.Contents {
    let flags = bytes.number16(at: place + 8)
    guard flags & 0x2041 == 0 else { return .failed(.unreadable("it is encrypted")) }
    let method = bytes.number16(at: place + 10)
    let (packed, size) = (bytes.number32(at: place + 20), bytes.number32(at: place + 24))
    let start = bytes.number32(at: place + 42)
    guard packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else {
      return .failed(.unreadable("it is in the form for very large files (zip64), which is not read"))
    }
    let member = start + shift
    let first = member + 30 + bytes.number16(at: member + 26) + bytes.number16(at: member + 28)
    guard bytes.number32(at: member) == ZipListing.signatures.member, first + packed <= bytes.count else {
      return .failed(.unreadable("it is not where the archive says, or cut off"))
    }
    let checksum = UInt32(truncatingIfNeeded: bytes.number32(at: place + 16))
    switch method {
    case 0 where packed == size: return .stored(first..<(first + packed), checksum: checksum)
    case 0: return .failed(.unreadable("its size is not what the archive says"))
    case 8: return .deflated(first..<(first + packed), size: size, checksum: checksum)
    default: return .failed(.unreadable("it is packed in a way that is not known (method \(method))"))
    }
  }
}
