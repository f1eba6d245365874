/// The words of a line, one after the other.
struct BaselineWords {
  private var rest: Range<Int>

  init(_ line: Range<Int>) { rest = line }

  mutating func next(_ bytes: borrowing Span<UInt8>) -> Range<Int>? {
    var start = rest.lowerBound
    while start < rest.upperBound, BaselineWords.isBlank(bytes[start]) { start += 1 }
    guard start < rest.upperBound else { return nil }
    var end = start
    while end < rest.upperBound, !BaselineWords.isBlank(bytes[end]) { end += 1 }
    rest = end..<rest.upperBound
    return start..<end
  }

  /// What is left, without blanks at its ends; `nil` when that is nothing.
  func rest(_ bytes: borrowing Span<UInt8>) -> Range<Int>? {
    var (start, end) = (rest.lowerBound, rest.upperBound)
    while start < end, BaselineWords.isBlank(bytes[start]) { start += 1 }
    while start < end, BaselineWords.isBlank(bytes[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte <= 32 && (byte == 32 || byte == 9 || byte == 13) }
}
