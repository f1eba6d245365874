internal import Glibc

/// One entry in the bytes of a tree: `MODE NAME NUL ID`, the mode in octal (gitformat-pack, «object types»).
struct TreeEntryBytes: Equatable {
  /// What an entry's mode says that it names.
  enum Kind: Equatable {
    case blob, tree
    /// A commit of another repository.
    case submodule
  }

  let kind: Kind
  let name: Range<Int>
  /// Where the id begins; the entry ends behind it.
  let id: Int

  /// Reads the entry that begins at a place; `nil` where git would not read one either.
  init?(_ bytes: UnsafeRawBufferPointer, at start: Int, idLength: Int) {
    var place = start
    var mode: UInt32 = 0
    while place < bytes.count, unsafe bytes[place] != UInt8(ascii: " ") {
      let digit = unsafe bytes[place] &- UInt8(ascii: "0")
      guard digit < 8 else { return nil }
      mode = mode << 3 | UInt32(digit)
      place += 1
    }
    let name = place + 1
    guard place > start, name < bytes.count, let base = bytes.baseAddress,
      let end = unsafe memchr(base + name, 0, bytes.count - name).map({ unsafe base.distance(to: $0) }),
      end > name, bytes.count - end > idLength
    else { return nil }
    kind =
      switch mode & 0o170000 {
      case 0o040000: .tree
      case 0o160000: .submodule
      default: .blob
      }
    self.name = name..<end
    id = end + 1
  }
}
