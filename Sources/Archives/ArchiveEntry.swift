/// What an archive lists: a member's name, and how to come by its bytes.
struct ArchiveEntry {
  enum Contents {
    /// As they stand in the archive; with their checksum, where there is one.
    case stored(Range<Int>, checksum: UInt32? = nil)
    /// The bytes of a deflate stream, and how many it gives; with the checksum of these.
    case deflated(Range<Int>, size: Int, checksum: UInt32)
    /// What a link leads to.
    case text([UInt8])
    /// It cannot be read.
    case failed(MemberFailure)
  }

  let name: [UInt8]
  let contents: Contents

  /// Where its bytes stand in the archive.
  var range: Range<Int>? {
    switch contents {
    case .stored(let range, _), .deflated(let range, _, _): range
    case .text, .failed: nil
    }
  }

  /// - Parameter name: as written; a path from the root of the archive is made of it.
  init(name: [UInt8], _ contents: Contents) {
    var name = name[...]
    while true {
      if name.first == UInt8(ascii: "/") {
        name = name.dropFirst()
      } else if name.starts(with: [UInt8(ascii: "."), UInt8(ascii: "/")]) {
        name = name.dropFirst(2)
      } else {
        break
      }
    }
    self.name = name.isEmpty ? Array("unnamed".utf8) : Array(name)
    self.contents = contents
  }
}

/// What an archive lists, and what of it cannot be read as a whole.
struct ArchiveListing {
  var entries: [ArchiveEntry] = []
  var failure: MemberFailure?
  /// How many members the archive says it has, where each begins with a signature: more of these are members it does not list.
  var count: Int?
}
