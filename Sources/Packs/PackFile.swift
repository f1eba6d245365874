/// A pack (gitformat-pack): a header of twelve bytes, entries, and the checksum of all that.
@safe final class PackFile: Sendable {
  let file: MappedFile
  /// How many objects its header promises.
  let statedCount: Int
  /// Where the entries end and the checksum begins.
  let end: Int
  let checksum: [UInt8]

  static let headerSize = 12

  /// - Returns: `nil` when there is no such file.
  init?(path: String, idLength: Int) throws(PackError) {
    guard let file = try MappedFile(path: path) else { return nil }
    guard file.count >= PackFile.headerSize + idLength, unsafe file.start.number32(at: 0) == 0x5041_434B else {
      throw PackError.corrupt(path, "it does not begin like a pack, or is cut off")
    }
    let version = unsafe file.start.number32(at: 4)
    guard version == 2 || version == 3 else {
      throw PackError.corrupt(path, "a pack of version \(version) is not known")
    }
    self.file = file
    statedCount = unsafe Int(file.start.number32(at: 8))
    end = file.count - idLength
    checksum = unsafe Array(UnsafeRawBufferPointer(start: file.start + end, count: idLength))
  }
}
