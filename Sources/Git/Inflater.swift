internal import CLibgit2

/// Unpacks a zlib stream (RFC 1950) step by step, so that the beginning can be read before the whole is.
@safe struct Inflater: ~Copyable {
  private var stream: UnsafeMutablePointer<z_stream>
  private let input: [UInt8]
  private var consumed = 0
  private(set) var isAtEnd = false

  /// `nil` when zlib has no memory.
  init?(_ input: [UInt8]) {
    self.input = input
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The next `count` bytes, fewer where the stream ends; `nil` where it is damaged or cut off.
  mutating func next(_ count: Int) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: count)
    var produced = 0
    while produced < count, !isAtEnd {
      let status = step(into: &output, at: produced)
      // Without progress there is no more input: the stream is cut off.
      guard status.code == Z_OK || status.code == Z_STREAM_END, status.made > 0 || status.code == Z_STREAM_END else {
        return nil
      }
      produced += status.made
      isAtEnd = status.code == Z_STREAM_END
    }
    output.removeLast(count - produced)
    return output
  }

  private mutating func step(into output: inout [UInt8], at start: Int) -> (code: Int32, made: Int) {
    unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { unsafe $0 + consumed })
        unsafe stream.pointee.avail_in = UInt32(min(source.count - consumed, Int(Int32.max)))
        unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_out = UInt32(min(target.count - start, Int(Int32.max)))
        let (availableIn, availableOut) = unsafe (stream.pointee.avail_in, stream.pointee.avail_out)
        let code = unsafe inflate(stream, Z_NO_FLUSH)
        consumed += unsafe Int(availableIn - stream.pointee.avail_in)
        return unsafe (code, Int(availableOut - stream.pointee.avail_out))
      }
    }
  }
}
