/// Turns UTF-16 and UTF-32 into text; what is not valid becomes U+FFFD.
enum TextDecoder {
  static func text(of bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
    switch encoding {
    case .utf16LittleEndian: String(decoding: units(bytes, size: 2, bigEndian: false).map(UInt16.init), as: UTF16.self)
    case .utf16BigEndian: String(decoding: units(bytes, size: 2, bigEndian: true).map(UInt16.init), as: UTF16.self)
    case .utf32LittleEndian: String(decoding: units(bytes, size: 4, bigEndian: false), as: UTF32.self)
    case .utf32BigEndian: String(decoding: units(bytes, size: 4, bigEndian: true), as: UTF32.self)
    case .bytes, .wideRuns: String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A unit that the end of the text cuts off counts with zeros in place of what is missing.
  private static func units(_ bytes: ArraySlice<UInt8>, size: Int, bigEndian: Bool) -> [UInt32] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { start in
      (0..<size).reduce(UInt32(0)) { value, position in
        let index = start + (bigEndian ? position : size - 1 - position)
        return value << 8 | (index < bytes.endIndex ? UInt32(bytes[index]) : 0)
      }
    }
  }
}
