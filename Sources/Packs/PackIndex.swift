/// The names of what is in a pack, and where (gitformat-pack, «pack-*.idx files», versions 1 and 2).
@safe struct PackIndex {
  let file: MappedFile
  let count: Int
  /// The first name; the next is `stride` bytes on. They are in order unless the file is damaged.
  let names: UnsafeRawPointer
  let stride: Int
  let packChecksum: [UInt8]
  private let offsets: UnsafeRawPointer
  /// Offsets that need more than 31 bits: of version 2 only.
  private let wideOffsets: UnsafeRawPointer
  private let wideCount: Int
  private let version: Int

  private static let fanOutSize = 1024

  /// - Returns: `nil` when there is no such file.
  init?(path: String, idLength: Int) throws(PackError) {
    guard let file = try MappedFile(path: path) else { return nil }
    guard file.count >= 8 + PackIndex.fanOutSize else { throw PackError.corrupt(path, "it is cut off") }
    let start = unsafe file.start
    let isTagged = unsafe start.number32(at: 0) == 0xFF74_4F63
    let version = unsafe isTagged ? Int(start.number32(at: 4)) : 1
    guard version == 1 || isTagged && version == 2 else {
      throw PackError.corrupt(path, "an index of version \(version) is not known")
    }
    let fanOut = version == 1 ? 0 : 8
    let count = unsafe try PackIndex.count(start + fanOut, path: path)
    let rows = fanOut + PackIndex.fanOutSize
    let rowSize = idLength + (version == 1 ? 4 : 8)
    let wideSize = file.count - rows - count * rowSize - 2 * idLength
    guard wideSize >= 0, version == 2 || wideSize == 0 else { throw PackError.corrupt(path, "it is cut off") }
    self.file = file
    self.count = count
    self.version = version
    unsafe names = start + rows + (version == 1 ? 4 : 0)
    stride = version == 1 ? rowSize : idLength
    unsafe offsets = start + rows + (version == 1 ? 0 : count * (idLength + 4))
    unsafe wideOffsets = start + rows + count * rowSize
    wideCount = wideSize / 8
    packChecksum = unsafe Array(UnsafeRawBufferPointer(start: start + (file.count - 2 * idLength), count: idLength))
  }

  /// Where the entry of a name is in the pack; a place in no pack when the index is damaged.
  func offset(of position: Int) -> UInt64 {
    precondition(position < count)
    if version == 1 { return unsafe UInt64(offsets.number32(at: position * stride)) }
    let offset = unsafe offsets.number32(at: position * 4)
    guard offset & 0x8000_0000 != 0 else { return UInt64(offset) }
    let wide = Int(offset & 0x7FFF_FFFF)
    return unsafe wide < wideCount ? wideOffsets.number64(at: wide * 8) : .max
  }

  /// How many names there are: the last of the counts of names by their first byte.
  static func count(_ fanOut: UnsafeRawPointer, path: String) throws(PackError) -> Int {
    var last: UInt32 = 0
    for byte in 0..<256 {
      let next = unsafe fanOut.number32(at: byte * 4)
      guard next >= last else { throw PackError.corrupt(path, "its counts go down") }
      last = next
    }
    return Int(last)
  }
}
