/// Reads a value, in quotes or bare, and the others of a list.
struct ValueReader {
  private var cursor: ByteCursor
  private var quote: OpeningQuote?
  private(set) var isInterpolated = false

  private static let longestValue = 512
  private static let mostValues = 8

  init(_ cursor: ByteCursor) {
    self.cursor = cursor
  }

  var isQuoted: Bool { quote != nil }

  /// Whether a quote opens here, perhaps after a letter that says what kind of string it is.
  var standsAtQuote: Bool {
    var copy = self
    return copy.takeQuote()
  }

  mutating func first(after relation: Assignment.Operator) -> Range<Int>? {
    if takeQuote(), let quote { return quoted(in: quote) }
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
      cursor.place += quote?.count ?? 0
      cursor.skip(24) { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
      guard cursor.take(",") else { break }
      cursor.skip(24) { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
      quote = nil
      guard takeQuote(), let quote, let value = quoted(in: quote) else { break }
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
    var fillsIn = false
    while ahead.place < cursor.place + 2, ValueReader.isStringPrefix(ahead.peek()) {
      if ValueReader.isFormat(ahead.peek()) { fillsIn = true }
      ahead.place += 1
    }
    let start = ahead.place
    guard ahead.takeQuote() else { return false }
    let quote = OpeningQuote(start..<ahead.place, of: ahead)
    isInterpolated = fillsIn || (quote.count == 1 && quote[0] == UInt8(ascii: "`"))
    self.quote = quote
    cursor = ahead
    return true
  }

  /// A letter or mark that stands before a quote in some language.
  private static func isStringPrefix(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "u"),
      UInt8(ascii: "L"), UInt8(ascii: "N"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func isFormat(_ byte: UInt8) -> Bool {
    byte | 32 == UInt8(ascii: "f") || byte == UInt8(ascii: "$")
  }

  /// What stands before the closing quote; `nil` when there is none near enough, or not on this line.
  private mutating func quoted(in quote: OpeningQuote) -> Range<Int>? {
    let start = cursor.place
    let end = min(cursor.count, start + ValueReader.longestValue)
    while cursor.place < end {
      let byte = cursor.peek()
      if byte == quote[0], quote.stands(at: cursor) {
        return cursor.place > start ? start..<cursor.place : nil
      }
      // In a string within a string the inner quote is escaped, and the outer one ends all.
      if quote.count == 2, byte == quote[1] { return nil }
      if byte == 10, !quote.isLong { return nil }
      cursor.place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private mutating func bare(_ ends: (UInt8) -> Bool) -> Range<Int>? {
    let start = cursor.place
    cursor.skip(ValueReader.longestValue) { !ends($0) }
    var end = cursor.place
    while end > start, isUnopened(start..<end) { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// Whether a part ends in a bracket that does not open in it.
  private func isUnopened(_ part: Range<Int>) -> Bool {
    let last = cursor.byte(at: part.upperBound - 1)
    let open: UInt8
    switch last {
    case UInt8(ascii: ")"): open = UInt8(ascii: "(")
    case UInt8(ascii: "]"): open = UInt8(ascii: "[")
    case UInt8(ascii: "}"): open = UInt8(ascii: "{")
    default: return last == UInt8(ascii: "\\")
    }
    var depth = 0
    for index in part {
      let byte = cursor.byte(at: index)
      if byte == open { depth += 1 } else if byte == last { depth -= 1 }
    }
    return depth < 0
  }
}

extension ByteCursor {
  /// Goes past a quote of any kind.
  fileprivate mutating func takeQuote() -> Bool {
    switch peek() {
    case UInt8(ascii: "&"): return take("&#39;") || take("&quot;") || take("&#34;")
    case UInt8(ascii: "\""):
      if !take("\"\"\"") { place += 1 }
      return true
    case UInt8(ascii: "'"):
      if !take("'''") { place += 1 }
      return true
    case UInt8(ascii: "`"):
      place += 1
      return true
    case UInt8(ascii: "\\"):
      let quote = peek(1)
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`") else {
        return false
      }
      place += 2
      return true
    default: return false
    }
  }
}
