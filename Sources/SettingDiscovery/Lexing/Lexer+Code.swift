/// Words, numbers, operators and brackets.
extension Lexer {
  mutating func code() {
    let depth = frames.count
    let limit = frames[depth - 1].limit
    while at < limit, frames.count == depth {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case ByteClass.blank: at += 1
      case ByteClass.newline: newline()
      case ByteClass.letter: word()
      case ByteClass.digit: number()
      case ByteClass.quote: quote(byte)
      default: symbol(byte)
      }
    }
  }

  private mutating func newline() {
    at += 1
    lineIsFresh = true
    if !heredocs.isEmpty { beginHeredocs() }
    if syntax.traits.contains(.rubyLiterals) { skipRubyBlocks() }
  }

  private mutating func word() {
    let start = at
    var digest = WordDigest.start
    while at < bytes.count {
      let byte = bytes[at]
      let kind = classes[Int(byte)]
      guard kind == ByteClass.letter || kind == ByteClass.digit else { break }
      digest = WordDigest.adding(byte, to: digest)
      at += 1
    }
    if at - start <= 3, prefixedString(from: start) { return }
    append(.word, from: start, to: at, symbol: digest)
  }

  /// `f"…"`, `br#"…"#`: a word that belongs to the string after it.
  private mutating func prefixedString(from start: Int) -> Bool {
    let next = byte()
    if syntax.traits.contains(.pythonPrefixes), next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      return pythonString(from: start)
    }
    if syntax.traits.contains(.rustStrings), next == UInt8(ascii: "\"") || next == UInt8(ascii: "#") {
      return rustString(from: start)
    }
    if syntax.traits.contains(.csharpStrings), bytes[start] == UInt8(ascii: "$") {
      let isVerbatim = next == UInt8(ascii: "@")
      return csharpInterpolated(from: start, dollars: at - start, sign: isVerbatim ? 1 : 0, isVerbatim: isVerbatim)
    }
    return false
  }

  private mutating func number() {
    let start = at
    while at < bytes.count {
      let kind = classes[Int(bytes[at])]
      let isPoint = bytes[at] == UInt8(ascii: ".") && classes[Int(byte(1))] == ByteClass.digit
      guard kind == ByteClass.letter || kind == ByteClass.digit || isPoint else { break }
      at += 1
    }
    append(.number, from: start, to: at)
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): slash()
    case UInt8(ascii: "#"): numberSign()
    case UInt8(ascii: "("): open(closer: UInt8(ascii: ")"))
    case UInt8(ascii: "["): open(closer: UInt8(ascii: "]"))
    case UInt8(ascii: "{"): open(closer: UInt8(ascii: "}"))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close(byte)
    case UInt8(ascii: "<"): lessThan()
    case UInt8(ascii: "-") where syntax.traits.contains(.dashComments) && isNext("--"): skipLine()
    default:
      if special(byte) { return }
      operatorSymbol(byte)
    }
  }

  /// What only some languages know.
  private mutating func special(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "?"):
      if syntax.traits.contains(.phpTags), isNext("?>") {
        at += 2
        frames.removeLast()
        return true
      }
      return character()
    case UInt8(ascii: "%"): return syntax.traits.contains(.rubyLiterals) && percentLiteral()
    case UInt8(ascii: "~"): return syntax.traits.contains(.elixirLiterals) && sigil()
    case UInt8(ascii: "@"): return syntax.traits.contains(.csharpStrings) && csharpString()
    case UInt8(ascii: ":"):
      guard frames[frames.count - 1].closer == UInt8(ascii: "}"), frames[frames.count - 1].form.interpolation == .brace
      else { return false }
      return beginFormatSpecification()
    default: return false
    }
  }

  mutating func operatorSymbol(_ byte: UInt8) {
    let length = Operators.length(byte, self.byte(1), self.byte(2))
    var packed: UInt32 = 0
    for index in 0..<length { packed = packed << 8 | UInt32(bytes[at + index]) }
    append(.symbol, from: at, to: at + length, symbol: packed)
    at += length
  }

  private mutating func open(closer: UInt8) {
    if frames[frames.count - 1].closer == closer { frames[frames.count - 1].depth += 1 }
    brackets.push(tokens.count, closer: closer)
    append(.symbol, from: at, to: at + 1, symbol: UInt32(bytes[at]))
    at += 1
  }

  private mutating func close(_ byte: UInt8) {
    let isLast = frames[frames.count - 1].closer == byte && frames[frames.count - 1].depth == 0
    if frames[frames.count - 1].closer == byte { frames[frames.count - 1].depth -= 1 }
    if let partner = brackets.pop(byte) {
      tokens[partner].partner = Int32(tokens.count)
      append(.symbol, from: at, to: at + 1, symbol: UInt32(byte))
      tokens[tokens.count - 1].partner = Int32(partner)
    } else {
      append(.symbol, from: at, to: at + 1, symbol: UInt32(byte))
    }
    at += 1
    if isLast { frames.removeLast() }
  }

  /// Code in a string or in an element, up to the bracket that closes it.
  mutating func beginInterpolation(length: Int, closer: UInt8, form: StringForm = StringForm(quote: 0)) {
    let isRound = closer == UInt8(ascii: ")")
    brackets.push(tokens.count, closer: closer)
    append(.symbol, from: at, to: at + length, symbol: UInt32(isRound ? UInt8(ascii: "(") : UInt8(ascii: "{")))
    at += length
    var inner = LexerFrame(kind: .code, closer: closer, limit: limit)
    inner.form.interpolation = form.interpolation
    frames.append(inner)
  }
}
