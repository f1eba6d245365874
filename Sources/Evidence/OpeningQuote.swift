/// What opens a string, and closes it: at most six bytes.
struct OpeningQuote: Equatable {
  /// The bytes, the first of them lowest.
  private let bytes: UInt64
  let count: Int

  init(_ text: Range<Int>, of cursor: ByteCursor) {
    var bytes: UInt64 = 0
    for index in text { bytes |= UInt64(cursor.byte(at: index)) << UInt64(8 * (index - text.lowerBound)) }
    self.bytes = bytes
    count = text.count
  }

  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(8 * index)) }

  /// Whether it stands here once more.
  func stands(at cursor: ByteCursor) -> Bool {
    (0..<count).allSatisfy { cursor.peek($0) == self[$0] }
  }

  /// Three quotes in a row: the string may have several lines.
  var isLong: Bool { count == 3 && self[0] == self[1] }
}
