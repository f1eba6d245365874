/// What came of reading a file.
enum FileRead {
  case bytes([UInt8])
  /// A symbolic link, with the text of its target.
  case link([UInt8])
  /// Larger than the limit; the size in bytes as far as it was read or is known.
  case oversize(Int)
  case directory
  /// A FIFO, socket or device.
  case special
  /// There is nothing at this path any more.
  case absent
  /// The system's reason.
  case failed(String)
}
