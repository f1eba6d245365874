internal import CDeflate

/// Unpacks zlib streams (RFC 1950) whose size is known.
@safe struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// No deflate stream gives more than so many bytes for one: what claims more is damaged.
  static let greatestRatio: UInt64 = 1032

  /// `nil` when there is no memory.
  init?() {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return nil }
    unsafe self.decompressor = decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// Whether the stream at `source` is sound and gave exactly `size` bytes.
  ///
  /// - Parameter available: how many bytes can be read at `source`: more than the stream has is well.
  func unpack(_ source: UnsafeRawPointer, available: Int, size: Int, into buffer: Buffer) -> Bool {
    precondition(size <= buffer.capacity)
    var (taken, made) = (0, 0)
    let result = unsafe libdeflate_zlib_decompress_ex(
      decompressor, source, available, buffer.start, size + BufferPool.slack, &taken, &made)
    return result == LIBDEFLATE_SUCCESS && made == size
  }

  /// The first bytes of a stream that need not be whole; `nil` for what is no stream.
  static func beginning(_ source: UnsafeRawPointer, available: Int, limit: Int) -> [UInt8]? {
    var made = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      made = unsafe cdeflate_beginning(source, available, buffer.baseAddress, limit)
      count = max(made, 0)
    }
    return made < 0 ? nil : bytes
  }
}
