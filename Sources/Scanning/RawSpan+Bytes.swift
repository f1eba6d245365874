internal import Glibc

extension RawSpan {
  /// The bytes of a range, as an array of their own.
  func array(_ range: Range<Int>) -> [UInt8] {
    unsafe extracting(range).withUnsafeBytes { unsafe Array($0) }
  }

  func byte(at offset: Int) -> UInt8 { unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

  func lastIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { buffer in
      var place = range.upperBound
      while place > range.lowerBound {
        place -= 1
        if unsafe buffer[place] == byte { return place }
      }
      return nil
    }
  }

  /// The C library looks at many bytes at once.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress,
        let found = unsafe memchr(start + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - start
    }
  }

  /// Whether a control character stands in `range`, other than tab, line feed, vertical tab, form feed, carriage return and
  /// escape.
  func holdsControl(in range: Range<Int>) -> Bool {
    unsafe withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      var place = range.lowerBound
      // Eight bytes at a time; carries run upwards only, so a byte that is less than 32 is never missed.
      while place + 8 <= range.upperBound {
        let bytes = unsafe start.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let isLow = (bytes &- 0x2020_2020_2020_2020) & ~bytes & 0x8080_8080_8080_8080
        let isOther = isLow & ~RawSpan.places(of: 10, in: bytes) & ~RawSpan.places(of: 9, in: bytes)
        if isOther != 0, (place..<place + 8).contains(where: { unsafe RawSpan.isControl(buffer[$0]) }) { return true }
        place += 8
      }
      while place < range.upperBound {
        if RawSpan.isControl(unsafe buffer[place]) { return true }
        place += 1
      }
      return false
    }
  }

  /// The highest bit of each of eight bytes that is `byte`.
  private static func places(of byte: UInt64, in bytes: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = bytes ^ (byte &* 0x0101_0101_0101_0101)
    return ~(((difference & low) &+ low) | difference | low)
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte &- 9 >= 5 && byte != 27 }

  /// The whole lines that `range` stands on, without the last line's end.
  func lines(of range: Range<Int>) -> Range<Int> {
    let start = lastIndex(of: 10, in: 0..<range.lowerBound).map { $0 + 1 } ?? 0
    return start..<(firstIndex(of: 10, in: range.upperBound..<byteCount) ?? byteCount)
  }
}
