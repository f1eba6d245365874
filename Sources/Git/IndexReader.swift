/// Steps through the bytes of an index file (gitformat-index).
struct IndexReader {
  private let bytes: [UInt8]
  private let path: String
  private var position = 0
  private var version: UInt32 = 0
  /// Version 4 writes a path as what differs from the one before.
  private var previousPath: [UInt8] = []

  /// 20 bytes for SHA-1, 32 for SHA-256.
  private let objectSize: Int
  /// Times, device, inode, owner and size of the file stand before and after its mode.
  private static let statusSize = 40
  private static let modeOffset = 24

  init(_ bytes: [UInt8], path: String, objectSize: Int) {
    self.bytes = bytes
    self.path = path
    self.objectSize = objectSize
  }

  private func corrupt(_ cause: String) -> GitError {
    GitError(code: .corrupt, operation: "reading the index", subject: path, cause: cause)
  }

  /// The number of entries.
  mutating func header() throws(GitError) -> Int {
    guard bytes.count >= 12 + objectSize, bytes.starts(with: Array("DIRC".utf8)) else {
      throw corrupt("it does not begin like an index")
    }
    position = 4
    version = number32()
    guard (2...4).contains(version) else {
      throw GitError(
        code: .refused, operation: "reading the index", subject: path, cause: "its version is \(version)")
    }
    let count = Int(number32())
    guard count <= bytes.count / 60 || version == 4 && count <= bytes.count else {
      throw corrupt("it claims \(count) entries")
    }
    return count
  }

  mutating func entry() throws(GitError) -> IndexFile.Entry {
    let start = position
    try need(IndexReader.statusSize + objectSize + 2)
    position = start + IndexReader.modeOffset
    let mode = number32()
    position = start + IndexReader.statusSize
    let object = bytes[position..<(position + objectSize)]
    position += objectSize
    let flags = number16()
    var isIntentToAdd = false
    if flags & 0x4000 != 0 {
      guard version >= 3 else { throw corrupt("an entry is extended, which version 2 has not") }
      try need(2)
      isIntentToAdd = number16() & 0x2000 != 0
    }
    let path = version == 4 ? try compressedPath() : try paddedPath(entryStart: start, length: Int(flags & 0xFFF))
    return IndexFile.Entry(
      path: path, mode: mode, object: object, stage: UInt8(flags >> 12 & 3), isIntentToAdd: isIntentToAdd)
  }

  /// The next extension's signature and contents; `nil` at the digest that ends the file.
  mutating func extensionSection() throws(GitError) -> (signature: String, contents: ArraySlice<UInt8>)? {
    let end = bytes.count - objectSize
    guard position < end else { return nil }
    guard position + 8 <= end else { throw corrupt("an extension is cut off") }
    let signature = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
    position += 4
    let size = Int(number32())
    guard position + size <= end else { throw corrupt("the extension «\(signature)» is cut off") }
    defer { position += size }
    return (signature, bytes[position..<(position + size)])
  }

  private func need(_ count: Int) throws(GitError) {
    guard position + count <= bytes.count - objectSize else { throw corrupt("an entry is cut off") }
  }

  private mutating func number32() -> UInt32 {
    let value = bytes[position..<(position + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    position += 4
    return value
  }

  private mutating func number16() -> UInt16 {
    let value = UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
    position += 2
    return value
  }

  /// Versions 2 and 3: a path that ends at a NUL, filled with NULs to a multiple of eight bytes.
  private mutating func paddedPath(entryStart: Int, length: Int) throws(GitError) -> ArraySlice<UInt8> {
    var end = position + length
    // 4095 stands for every longer length too.
    if length == 0xFFF { end = bytes[position...].firstIndex(of: 0) ?? bytes.count }
    guard end < bytes.count - objectSize, bytes[end] == 0 else {
      throw corrupt("a path does not end where it should")
    }
    let path = bytes[position..<end]
    position = entryStart + ((end - entryStart) / 8 + 1) * 8
    guard position <= bytes.count else { throw corrupt("an entry is cut off") }
    return path
  }

  /// Version 4: how many bytes to drop from the path before, and what follows, up to a NUL.
  private mutating func compressedPath() throws(GitError) -> ArraySlice<UInt8> {
    let dropped = try offset()
    guard dropped <= previousPath.count, let end = bytes[position...].firstIndex(of: 0) else {
      throw corrupt("a path cannot be put together")
    }
    previousPath.removeLast(dropped)
    previousPath += bytes[position..<end]
    position = end + 1
    return previousPath[...]
  }

  /// The variable-length number of gitformat-pack's offset deltas.
  private mutating func offset() throws(GitError) -> Int {
    try need(1)
    var byte = bytes[position]
    position += 1
    var value = Int(byte & 127)
    while byte & 128 != 0 {
      try need(1)
      guard value < 1 << 40 else { throw corrupt("a path's length is out of range") }
      byte = bytes[position]
      position += 1
      value = (value + 1) << 7 | Int(byte & 127)
    }
    return value
  }
}
