internal import CDeflate

/// Unpacks deflate streams (RFC 1951), by themselves or in the frame of gzip (RFC 1952).
@safe struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// `nil` when there is no memory.
  init?() {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return nil }
    unsafe self.decompressor = decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  enum Outcome {
    /// What a stream gave, and how many bytes it has itself.
    case bytes([UInt8], taken: Int)
    /// It gives more than there was room for.
    case full
    case damaged
  }

  private enum Frame { case none, gzip }

  /// Unpacks a stream of a size that is known.
  func deflated(_ range: Range<Int>, of bytes: [UInt8], size: Int) -> Outcome {
    unpack(range, of: bytes, capacity: size, .none)
  }

  /// Unpacks one member of a gzip file, whose checksum is checked, of at most `limit` bytes.
  func gzipped(_ range: Range<Int>, of bytes: [UInt8], limit: Int) -> Outcome {
    // No size is known before: room is made until it is enough.
    var capacity = min(limit, max(1 << 16, range.count * 4))
    while true {
      let outcome = unpack(range, of: bytes, capacity: capacity, .gzip)
      guard case .full = outcome, capacity < limit else { return outcome }
      capacity = min(limit, capacity * 4)
    }
  }

  private func unpack(_ range: Range<Int>, of bytes: [UInt8], capacity: Int, _ frame: Frame) -> Outcome {
    var (taken, made) = (0, 0)
    var result = LIBDEFLATE_BAD_DATA
    let output = unsafe [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { output, count in
      unsafe bytes.withUnsafeBytes { input in
        let source = unsafe input.baseAddress.map { unsafe $0 + range.lowerBound }
        switch frame {
        case .none:
          result = unsafe libdeflate_deflate_decompress_ex(
            decompressor, source, range.count, output.baseAddress, capacity, &taken, &made)
        case .gzip:
          result = unsafe libdeflate_gzip_decompress_ex(
            decompressor, source, range.count, output.baseAddress, capacity, &taken, &made)
        }
      }
      count = result == LIBDEFLATE_SUCCESS ? made : 0
    }
    switch result {
    case LIBDEFLATE_SUCCESS: return .bytes(output, taken: taken)
    case LIBDEFLATE_INSUFFICIENT_SPACE: return .full
    default: return .damaged
    }
  }

  /// CRC-32, as zip writes it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
