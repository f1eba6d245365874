/// Takes a filter expression apart into words: the language is that of expr-lang.org.
struct FilterLexer {
  private let source: [UInt8]
  private var position = 0

  private init(_ source: [UInt8]) {
    self.source = source
  }

  /// All words, with one that says where the end is.
  static func tokens(of source: [UInt8]) throws(FilterError) -> [FilterToken] {
    var lexer = FilterLexer(source)
    var tokens: [FilterToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private func error(_ cause: String, at offset: Int) -> FilterError { FilterError(cause, at: offset, in: source) }

  private func isNext(_ text: String, at place: Int? = nil) -> Bool {
    source[(place ?? position)...].starts(with: text.utf8)
  }

  private mutating func next() throws(FilterError) -> FilterToken {
    try skipBlanks()
    let start = position
    guard start < source.count else { return FilterToken(kind: .end, offset: start) }
    let byte = source[start]
    let kind: FilterToken.Kind
    if isNext("r\"\"\"") {
      // The raw string of CEL, which older configurations use.
      position += 4
      kind = .text(try raw(until: "\"\"\"", from: start))
    } else if byte == UInt8(ascii: "`") {
      position += 1
      kind = .text(try raw(until: "`", from: start))
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      kind = .text(try quoted(byte))
    } else if FilterLexer.isDigit(byte) {
      kind = try number()
    } else if FilterLexer.isLetter(byte) {
      while position < source.count, FilterLexer.isLetter(source[position]) || FilterLexer.isDigit(source[position]) {
        position += 1
      }
      kind = .name(String(decoding: source[start..<position], as: UTF8.self))
    } else if let symbol = FilterLexer.symbols.first(where: { isNext($0) }) {
      position += symbol.utf8.count
      kind = .symbol(symbol)
    } else {
      throw error("«\(String(decoding: source[start...].prefix(1), as: UTF8.self))» is not expected", at: start)
    }
    return FilterToken(kind: kind, offset: start)
  }

  /// The longer ones first.
  private static let symbols = [
    "&&", "||", "==", "!=", "<=", ">=", "??", "?.", ".?", "..", "**", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".",
    "?", "!", "<", ">", "=", "+", "-", "*", "/", "%", "|",
  ]

  private mutating func skipBlanks() throws(FilterError) {
    while position < source.count {
      if [9, 10, 13, 32].contains(source[position]) {
        position += 1
      } else if isNext("//") {
        position = source[position...].firstIndex(of: 10) ?? source.count
      } else if isNext("/*") {
        let start = position
        position += 2
        _ = try raw(until: "*/", from: start)
      } else {
        return
      }
    }
  }

  /// Everything up to `end`, which is passed by.
  private mutating func raw(until end: String, from start: Int) throws(FilterError) -> [UInt8] {
    guard let place = (position..<source.count).first(where: { isNext(end, at: $0) }) else {
      throw error("there is no \(end) that ends this", at: start)
    }
    defer { position = place + end.utf8.count }
    return Array(source[position..<place])
  }

  private mutating func number() throws(FilterError) -> FilterToken.Kind {
    let start = position
    while position < source.count, FilterLexer.isDigit(source[position]) || source[position] == UInt8(ascii: "_") {
      position += 1
    }
    var isWhole = true
    // Two points are a range.
    if isNext("."), !isNext(".."), position + 1 < source.count, FilterLexer.isDigit(source[position + 1]) {
      isWhole = false
      position += 1
      while position < source.count, FilterLexer.isDigit(source[position]) { position += 1 }
    }
    let text = String(decoding: source[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else { throw error("\(text) is no number", at: start) }
    return .number(number)
  }

  /// A string in quotes, with the escapes of Go.
  private mutating func quoted(_ quote: UInt8) throws(FilterError) -> [UInt8] {
    let start = position
    var bytes: [UInt8] = []
    position += 1
    while position < source.count {
      let byte = source[position]
      position += 1
      if byte == quote { return bytes }
      if byte == UInt8(ascii: "\\") { bytes += try escape(from: start) } else { bytes.append(byte) }
    }
    throw error("there is no quote that ends this", at: start)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12,
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
  ]

  private mutating func escape(from start: Int) throws(FilterError) -> [UInt8] {
    guard position < source.count else { throw error("there is no quote that ends this", at: start) }
    let letter = source[position]
    position += 1
    if let byte = FilterLexer.escapes[letter] { return [byte] }
    let length = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][letter]
    guard let length, position + length <= source.count,
      let value = UInt32(String(decoding: source[position..<(position + length)], as: UTF8.self), radix: 16)
    else { throw error("this escape is not known", at: position - 2) }
    position += length
    if length == 2 { return [UInt8(truncatingIfNeeded: value)] }
    guard let scalar = Unicode.Scalar(value) else { throw error("this is no character", at: position - length - 2) }
    return Array(String(Character(scalar)).utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }
}
