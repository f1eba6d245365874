/// A text that stood encoded in another, with the way back.
package struct DecodedText: Sendable {
  package let bytes: [UInt8]
  /// What it was decoded from, in words.
  package let encoding: String
  private let origin: Origin

  /// Where the bytes come from.
  enum Origin: Sendable {
    /// Three bytes from four digits, beginning at `start`; of each character `width` bytes.
    case base64(start: Int, end: Int, width: Int)
    /// A byte from two digits.
    case hexadecimal(start: Int)
    /// Where each byte was, and where the last one ended.
    case escapes([Int])
  }

  init(bytes: [UInt8], encoding: String, origin: Origin) {
    self.bytes = bytes
    self.encoding = encoding
    self.origin = origin
  }

  /// Where the bytes of a range stand in the text that this one was decoded from.
  package func source(of range: Range<Int>) -> Range<Int> {
    switch origin {
    case .base64(let start, let end, let width):
      let (lower, upper) = (range.lowerBound * width * 4 / 3, (range.upperBound * width * 4 + 2) / 3)
      return (start + lower)..<max(start + lower, min(end, start + upper))
    case .hexadecimal(let start): return (start + 2 * range.lowerBound)..<(start + 2 * range.upperBound)
    case .escapes(let places): return places[range.lowerBound]..<places[range.upperBound]
    }
  }

  /// Whether something in the range, or just beside it, reads otherwise than where it was encoded.
  package func isChanged(_ range: Range<Int>) -> Bool {
    guard case .escapes = origin else { return true }
    let wide = max(0, range.lowerBound - 1)..<min(bytes.count, range.upperBound + 1)
    return source(of: wide).count != wide.count
  }

  /// Whether the text was cut out of a longer one just at an end of the range, so that nobody knows what goes on there.
  package func isCut(_ range: Range<Int>, startsWhole: Bool, endsWhole: Bool) -> Bool {
    (range.lowerBound == 0 && !startsWhole) || (range.upperBound == bytes.count && !endsWhole)
  }
}
