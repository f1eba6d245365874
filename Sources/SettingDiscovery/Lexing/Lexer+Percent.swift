/// Ruby's `%` literals and Elixir's sigils, whose delimiters are chosen freely.
extension Lexer {
  private static let closers: [UInt8: UInt8] = [
    UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "{"): UInt8(ascii: "}"),
    UInt8(ascii: "<"): UInt8(ascii: ">"),
  ]

  /// `%w[a b]`, `%q(…)`, `%(…)`, `%r{…}`.
  mutating func percentLiteral() -> Bool {
    let letter = byte(1)
    let hasLetter = [UInt8]("wWiIqQrxs".utf8).contains(letter)
    let delimiter = byte(hasLetter ? 2 : 1)
    guard classes[Int(delimiter)] == ByteClass.symbol, hasLetter || Lexer.closers[delimiter] != nil else {
      return false
    }
    let follows = tokens.last?.kind == .word && at > 0 && bytes[at - 1] == 32 && hasLetter
    guard expectsValue || follows else { return false }
    let start = at
    at += hasLetter ? 3 : 2
    if [UInt8]("wWiI".utf8).contains(letter), hasLetter {
      words(delimiter)
    } else {
      let isPlain = hasLetter && (letter == UInt8(ascii: "q") || letter == UInt8(ascii: "s"))
      freeString(delimiter, from: start, isPlain: isPlain)
    }
    return true
  }

  /// `~s(…)`, `~w[a b]`, `~S"""…"""`.
  mutating func sigil() -> Bool {
    var length = 1
    while length < 12, classes[Int(byte(length))] == ByteClass.letter { length += 1 }
    let delimiter = byte(length)
    guard length > 1, Lexer.closers[delimiter] != nil || [UInt8]("/|\"'".utf8).contains(delimiter) else { return false }
    let start = at
    let letter = byte(1)
    if isTriple(delimiter, distance: length) {
      let form = StringForm(
        quote: delimiter, quotes: 3, escapes: .none, interpolation: letter > 0x60 ? .hashBrace : .none, spansLines: true
      )
      beginString(form, from: start, content: at + length + 3)
      return true
    }
    at += length + 1
    if letter | 0x20 == UInt8(ascii: "w") {
      words(delimiter)
    } else {
      freeString(delimiter, from: start, isPlain: letter < 0x60)
    }
    return true
  }

  private mutating func freeString(_ delimiter: UInt8, from start: Int, isPlain: Bool) {
    let closer = Lexer.closers[delimiter]
    let form = StringForm(
      quote: closer ?? delimiter, escapes: isPlain ? .quoteOnly : .backslash,
      interpolation: isPlain ? .none : .hashBrace, spansLines: true, nestingOpener: closer == nil ? nil : delimiter)
    beginString(form, from: start, content: at)
  }

  /// The words of a list, as a list of strings.
  private mutating func words(_ delimiter: UInt8) {
    let closer = Lexer.closers[delimiter] ?? delimiter
    brackets.push(tokens.count, closer: UInt8(ascii: "]"))
    append(.symbol, from: at - 1, to: at, symbol: UInt32(UInt8(ascii: "[")))
    while at < limit, bytes[at] != closer {
      guard classes[Int(bytes[at])] > ByteClass.newline else {
        at += 1
        continue
      }
      let start = at
      while at < limit, bytes[at] != closer, classes[Int(bytes[at])] > ByteClass.newline { at += 1 }
      append(.string, from: start, to: at)
      tokens[tokens.count - 1].contentStart = Int32(start)
      tokens[tokens.count - 1].contentEnd = Int32(at)
      append(.symbol, from: at, to: at, symbol: UInt32(UInt8(ascii: ",")))
    }
    let end = min(limit, at + 1)
    if let partner = brackets.pop(UInt8(ascii: "]")) {
      tokens[partner].partner = Int32(tokens.count)
      append(.symbol, from: at, to: end, symbol: UInt32(UInt8(ascii: "]")))
      tokens[tokens.count - 1].partner = Int32(partner)
    }
    at = end
  }

  /// `?x` is a character in Ruby where a value is expected, and in Elixir after anything but a name.
  mutating func character() -> Bool {
    let isRuby = syntax.traits.contains(.rubyLiterals)
    guard isRuby || syntax.traits.contains(.elixirLiterals), byte(1) > 32 else { return false }
    let before = at > 0 ? classes[Int(bytes[at - 1])] : ByteClass.blank
    guard isRuby ? expectsValue : before != ByteClass.letter && before != ByteClass.digit else { return false }
    if isRuby, isWordStart(byte(1)), isWordStart(byte(2)) { return false }
    let length = byte(1) == UInt8(ascii: "\\") ? 3 : 2
    append(.opaque, from: at, to: min(limit, at + length))
    at = min(limit, at + length)
    return true
  }

  /// `/…/` over several lines.
  mutating func longRubyRegex() -> Bool {
    guard tokens.last?.kind == .symbol else { return false }
    let form = StringForm(quote: UInt8(ascii: "/"), interpolation: .hashBrace, spansLines: true)
    beginString(form, from: at, content: at + 1)
    return true
  }

  /// `=begin` … `=end`, and everything after `__END__`.
  mutating func skipRubyBlocks() {
    if byte() == UInt8(ascii: "="), isNext("=begin") {
      let end = find("\n=end", from: at, limit: limit) ?? limit
      at = min(limit, endOfLine(from: min(limit, end + 5)))
    } else if byte() == UInt8(ascii: "_"), isNext("__END__\n") || isNext("__END__\r") {
      at = limit
    }
  }
}
