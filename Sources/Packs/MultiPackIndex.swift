/// The names of what is in several packs (gitformat-pack, «multi-pack-index»).
@safe struct MultiPackIndex {
  let file: MappedFile
  /// Of the packs' own indexes.
  let packNames: [String]
  let count: Int
  let names: UnsafeRawPointer
  private let offsets: UnsafeRawPointer
  private let wideOffsets: UnsafeRawPointer
  private let wideCount: Int

  private typealias Chunk = (offset: Int, size: Int)

  /// - Returns: `nil` when there is no such file.
  init?(path: String, idLength: Int) throws(PackError) {
    guard let file = try MappedFile(path: path) else { return nil }
    let start = unsafe file.start
    guard file.count >= 12 + idLength, unsafe start.number32(at: 0) == 0x4D49_4458 else {
      throw PackError.corrupt(path, "it does not begin like a multi-pack index")
    }
    let (version, hash) = unsafe (
      start.load(fromByteOffset: 4, as: UInt8.self), start.load(fromByteOffset: 5, as: UInt8.self)
    )
    guard version == 1, hash == (idLength == 20 ? 1 : 2) else {
      throw PackError.corrupt(path, "a multi-pack index of this version is not known")
    }
    let chunks = try MultiPackIndex.chunks(of: file, idLength: idLength)
    func chunk(_ name: String) throws(PackError) -> Chunk {
      guard let chunk = chunks[name] else { throw PackError.corrupt(path, "it has no chunk \(name)") }
      return chunk
    }
    let (packs, fanOut, ids, places) = (try chunk("PNAM"), try chunk("OIDF"), try chunk("OIDL"), try chunk("OOFF"))
    guard fanOut.size >= 1024 else { throw PackError.corrupt(path, "it is cut off") }
    count = unsafe try PackIndex.count(start + fanOut.offset, path: path)
    guard ids.size >= count * idLength, places.size >= count * 8 else { throw PackError.corrupt(path, "it is cut off") }
    self.file = file
    packNames = unsafe UnsafeRawBufferPointer(start: start + packs.offset, count: packs.size)
      .split(separator: 0).map { unsafe String(decoding: $0, as: UTF8.self) }
    unsafe names = start + ids.offset
    unsafe offsets = start + places.offset
    let wide = chunks["LOFF"] ?? (0, 0)
    unsafe wideOffsets = start + wide.offset
    wideCount = wide.size / 8
  }

  /// The pack that an object is to be taken from, and where it is in it.
  func place(of position: Int) -> (pack: Int, offset: UInt64) {
    precondition(position < count)
    let pack = unsafe Int(offsets.number32(at: position * 8))
    let offset = unsafe offsets.number32(at: position * 8 + 4)
    // The bit means a wide offset only where there is a table of these.
    guard offset & 0x8000_0000 != 0, wideCount > 0 else { return (pack, UInt64(offset)) }
    let wide = Int(offset & 0x7FFF_FFFF)
    return unsafe (pack, wide < wideCount ? wideOffsets.number64(at: wide * 8) : .max)
  }

  /// The table of contents: names of four letters, each with the place where its chunk begins; the next one's is its end.
  private static func chunks(of file: MappedFile, idLength: Int) throws(PackError) -> [String: Chunk] {
    let (start, end) = unsafe (file.start, file.count - idLength)
    let count = unsafe Int(start.load(fromByteOffset: 6, as: UInt8.self))
    guard 12 + (count + 1) * 12 <= end else { throw PackError.corrupt(file.path, "it is cut off") }
    var chunks: [String: Chunk] = [:]
    for row in 0..<count {
      let name = unsafe String(
        decoding: UnsafeRawBufferPointer(start: start + (12 + row * 12), count: 4), as: UTF8.self)
      let (first, next) = unsafe (start.number64(at: 16 + row * 12), start.number64(at: 28 + row * 12))
      guard first <= next, next <= UInt64(end) else { throw PackError.corrupt(file.path, "it is cut off") }
      chunks[name] = (Int(first), Int(next - first))
    }
    return chunks
  }
}
