/// Reads a value, in quotes or bare, and the others of a list.
struct ValueReader {
  private var cursor: ByteCursor
  private var quote: [UInt8] = []
  private(set) var isInterpolated = false

  private static let longestValue = 512
  private static let mostValues = 8

  init(_ cursor: ByteCursor) {
    self.cursor = cursor
  }

  var isQuoted: Bool { !quote.isEmpty }

  /// Whether a quote opens here, perhaps after a letter that says what kind of string it is.
  var standsAtQuote: Bool {
    var copy = self
    return copy.takeQuote()
  }

  mutating func first(after relation: Assignment.Operator) -> Range<Int>? {
    if takeQuote() { return quoted() }
    switch relation {
    case .comma, .call: return nil
    case .tag: return bare { $0 == UInt8(ascii: "<") || $0 == 10 || $0 == 13 }
    default: return bare { ValueReader.endsBareValue($0) }
    }
  }

  /// The values that follow in the list, each in quotes.
  mutating func others() -> [Range<Int>] {
    var values: [Range<Int>] = []
    while values.count < ValueReader.mostValues {
      cursor.place += quote.count
      cursor.skip(24) { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
      guard cursor.take(",") else { break }
      cursor.skip(24) { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
      quote = []
      guard takeQuote(), let value = quoted() else { break }
      values.append(value)
    }
    return values
  }

  private static func endsBareValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  private mutating func takeQuote() -> Bool {
    var ahead = cursor
    var prefix: [UInt8] = []
    while prefix.count < 2, "@$rbuLNfF".utf8.contains(ahead.peek()) {
      prefix.append(ahead.peek())
      ahead.place += 1
    }
    let start = ahead.place
    if ahead.take("&#39;") || ahead.take("&quot;") || ahead.take("&#34;") || ahead.take("\"\"\"") || ahead.take("'''") {
      quote = Array(ahead.bytes[start..<ahead.place])
    } else {
      let isEscaped = ahead.take("\\")
      guard ahead.peek() == UInt8(ascii: "\"") || ahead.peek() == UInt8(ascii: "'") || ahead.peek() == UInt8(ascii: "`")
      else { return false }
      quote = (isEscaped ? [UInt8(ascii: "\\")] : []) + [ahead.peek()]
      ahead.place += 1
    }
    isInterpolated = prefix.contains { "fF$".utf8.contains($0) } || quote == [UInt8(ascii: "`")]
    cursor = ahead
    return true
  }

  /// What stands before the closing quote; `nil` when there is none near enough, or not on this line.
  private mutating func quoted() -> Range<Int>? {
    let start = cursor.place
    let isLong = quote.count == 3 && quote[0] == quote[1]
    let end = min(cursor.bytes.count, start + ValueReader.longestValue)
    while cursor.place < end {
      let byte = cursor.peek()
      if byte == quote[0], cursor.bytes[cursor.place...].starts(with: quote) {
        return cursor.place > start ? start..<cursor.place : nil
      }
      // In a string within a string the inner quote is escaped, and the outer one ends all.
      if quote.count == 2, byte == quote[1] { return nil }
      if byte == 10, !isLong { return nil }
      cursor.place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private mutating func bare(_ ends: (UInt8) -> Bool) -> Range<Int>? {
    let start = cursor.place
    cursor.skip(ValueReader.longestValue) { !ends($0) }
    var end = cursor.place
    while end > start, isUnopened(cursor.bytes[start..<end]) { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// Whether the text ends in a bracket that does not open in it.
  private func isUnopened(_ text: ArraySlice<UInt8>) -> Bool {
    let pairs: [(UInt8, UInt8)] = [
      (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
      (UInt8(ascii: "{"), UInt8(ascii: "}")),
    ]
    guard let last = text.last, let (open, close) = pairs.first(where: { $0.1 == last }) else {
      return text.last == UInt8(ascii: "\\")
    }
    return text.count { $0 == open } < text.count { $0 == close }
  }
}
