/// Opens an archive and those that stand in it, within limits, and shows what they hold.
///
/// Nothing is passed by in silence: what is not unpacked becomes a gap, and its packed bytes are shown with the archive's own.
package struct ArchiveWalk<Visitor: ArchiveVisitor>: ~Copyable {
  private let limits: ArchiveLimits
  private let inflater: Inflater
  private var budget: Int
  private var members: Int
  /// Of each kind of gap so many are told one by one.
  private static var toldCount: Int { 100 }
  private var gaps: [ArchiveGap.Kind: Int] = [:]
  package private(set) var visitor: Visitor

  /// `nil` when there is no memory.
  package init?(_ visitor: Visitor, _ limits: ArchiveLimits) {
    guard let inflater = Inflater() else { return nil }
    self.inflater = inflater
    self.limits = limits
    self.visitor = visitor
    (budget, members) = (limits.total, limits.members)
  }

  /// Shows a text and, if it is an archive, what it holds.
  ///
  /// - Parameter path: where it stands, which may give the contents of a gzip file their name.
  package mutating func open(_ bytes: [UInt8], at path: [UInt8]) {
    show(bytes, [], path, depth: 0)
    for kind in ArchiveGap.Kind.allCases {
      let rest = (gaps[kind] ?? 0) - Self.toldCount
      if rest > 0 {
        visitor.miss(ArchiveGap(names: [], kind: kind, reason: "\(rest) more members of it were not looked at"))
      }
    }
  }

  private mutating func show(_ bytes: [UInt8], _ names: [[UInt8]], _ path: [UInt8], depth: Int) {
    guard let format = ArchiveFormat(bytes) else { return visitor.take(bytes, names) }
    guard depth < limits.depth else {
      let depth = limits.depth == 1 ? "1 archive" : "\(limits.depth) archives"
      miss(names, .limits("it is an archive deeper than \(depth) one in another, and was not opened"))
      return visitor.take(bytes, names)
    }
    switch format {
    case .zip: visit(ZipListing.read(bytes, limit: limits.members), of: bytes, names, depth)
    case .tar: visit(TarListing.read(bytes, limit: limits.members), of: bytes, names, depth)
    case .gzip: unpack(bytes, names, path, depth)
    }
  }

  private mutating func miss(_ names: [[UInt8]], _ failure: MemberFailure) {
    let count = gaps[failure.kind, default: 0] + 1
    gaps[failure.kind] = count
    if count <= Self.toldCount {
      visitor.miss(ArchiveGap(names: names, kind: failure.kind, reason: failure.reason))
    }
  }

  // MARK: Archives of members

  private mutating func visit(_ listing: ArchiveListing, of bytes: [UInt8], _ names: [[UInt8]], _ depth: Int) {
    var own = bytes
    // Whether all that may hold signatures of its own was taken out.
    var isSound = true
    for (number, entry) in listing.entries.enumerated() {
      guard members > 0, budget > 0 else {
        let rest = listing.entries.count - number
        miss(names, .limits("no more is opened of one archive; \(rest) members of it were not looked at"))
        isSound = false
        break
      }
      members -= 1
      let inner = names + [entry.name]
      guard visitor.wants(inner) else {
        if let range = entry.range { own.blank(range) } else { isSound = false }
        continue
      }
      do {
        let contents = try unpack(entry, of: bytes)
        if let range = entry.range { own.blank(range) }
        show(contents, inner, entry.name, depth: depth + 1)
      } catch {
        isSound = false
        miss(inner, error)
      }
    }
    if let failure = listing.failure {
      miss(names, failure)
    } else if let count = listing.count, isSound, ZipListing.signatureCount(own) > count {
      miss(names, .unreadable("it holds members that it does not list, which were not unpacked"))
    }
    visitor.take(own, names)
  }

  private mutating func unpack(_ entry: ArchiveEntry, of bytes: [UInt8]) throws(MemberFailure) -> [UInt8] {
    switch entry.contents {
    case .failed(let failure): throw failure
    case .text(let text): return text
    case .stored(let range, let checksum):
      try spend(range.count, packed: range.count)
      return try checked(Array(bytes[range]), checksum)
    case .deflated(let range, let size, let checksum):
      try spend(size, packed: range.count)
      guard case .bytes(let contents, _) = inflater.deflated(range, of: bytes, size: size), contents.count == size
      else { throw .unreadable("it is damaged") }
      return try checked(contents, checksum)
    }
  }

  private func checked(_ bytes: [UInt8], _ checksum: UInt32?) throws(MemberFailure) -> [UInt8] {
    guard checksum == nil || Inflater.checksum(bytes) == checksum else {
      throw .unreadable("it is damaged: its checksum is wrong")
    }
    return bytes
  }

  /// Takes from what may be made of one archive.
  private mutating func spend(_ size: Int, packed: Int) throws(MemberFailure) {
    guard size <= limits.memberSize else {
      throw MemberFailure(
        kind: .oversize, reason: "it has \(size) bytes, over the limit of \(limits.memberSize)")
    }
    guard size <= limits.size(ofPacked: packed) else { throw .limits(ratioReason) }
    guard size <= budget else { throw .limits(totalReason) }
    budget -= size
  }

  private var ratioReason: String { "it becomes more than \(limits.ratio) times as large when it is unpacked" }
  private var totalReason: String { "the archive becomes larger than \(limits.total) bytes in all" }

  // MARK: gzip

  /// Unpacks all members of a gzip file, which are one text. A tar file in it is no deeper than itself, and has no name.
  private mutating func unpack(_ bytes: [UInt8], _ names: [[UInt8]], _ path: [UInt8], _ depth: Int) {
    let inner = names + [GzipHeader.name(bytes, outer: path)]
    do {
      let (contents, end) = try gzipped(bytes)
      var own = bytes
      own.blank(10..<end)
      if let rest = bytes[end...].first(where: { $0 != 0 }).map({ _ in bytes.count - end }) {
        miss(names, .unreadable("\(rest) bytes at its end are no gzip file, and were not unpacked"))
      }
      if ArchiveFormat(contents) == .tar {
        visit(TarListing.read(contents, limit: limits.members), of: contents, names, depth)
      } else if visitor.wants(inner) {
        show(contents, inner, inner.last ?? [], depth: depth + 1)
      }
      visitor.take(own, names)
    } catch {
      miss(names, error)
      visitor.take(bytes, names)
    }
  }

  private mutating func gzipped(_ bytes: [UInt8]) throws(MemberFailure) -> (contents: [UInt8], end: Int) {
    let limit = min(limits.memberSize, limits.size(ofPacked: bytes.count), budget)
    var (contents, place): ([UInt8], Int) = ([], 0)
    repeat {
      switch inflater.gzipped(place..<bytes.count, of: bytes, limit: limit - contents.count) {
      case .bytes(let part, let taken):
        if contents.isEmpty { contents = part } else { contents += part }
        place += taken
      case .full:
        switch limit {
        case limits.memberSize:
          throw MemberFailure(
            kind: .oversize, reason: "it has more than \(limit) bytes when it is unpacked, the limit")
        case budget: throw .limits(totalReason)
        default: throw .limits(ratioReason)
        }
      case .damaged: throw .unreadable("it is damaged or cut off")
      }
    } while GzipHeader.isHeader(bytes, at: place)
    budget -= contents.count
    return (contents, place)
  }
}
