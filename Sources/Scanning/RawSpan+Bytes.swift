internal import CByteSearch
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
    unsafe extracting(range).withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe stanch_holds_control(start.assumingMemoryBound(to: UInt8.self), buffer.count) != 0
    }
  }

  /// The whole lines that `range` stands on, without the last line's end.
  func lines(of range: Range<Int>) -> Range<Int> {
    let start = lastIndex(of: 10, in: 0..<range.lowerBound).map { $0 + 1 } ?? 0
    return start..<(firstIndex(of: 10, in: range.upperBound..<byteCount) ?? byteCount)
  }
}
