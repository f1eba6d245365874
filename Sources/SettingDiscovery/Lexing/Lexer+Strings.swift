/// Strings, and the code in them.
extension Lexer {
  mutating func quote(_ byte: UInt8) {
    if syntax.traits.contains(.backticksAreNames), byte == UInt8(ascii: "`") { return quotedName() }
    if syntax.traits.contains(.rustStrings), byte == UInt8(ascii: "'") { return rustCharacter() }
    if syntax.traits.contains(.swiftStrings), byte == UInt8(ascii: "\"") { return swiftString(hashes: 0) }
    if syntax.traits.contains(.csharpStrings), byte == UInt8(ascii: "\""), csharpRawString(dollars: 0) { return }
    guard let quotes = quotes(byte) else { return operatorSymbol(byte) }
    var form = StringForm(
      quote: byte, escapes: quotes.escapes, interpolation: quotes.interpolation, spansLines: quotes.spansLines)
    if syntax.traits.contains(.tripleQuotes), isTriple(byte) {
      form.quotes = 3
      form.spansLines = true
      form.escapes = quotes.tripleEscapes
    }
    beginString(form, from: at, content: at + form.quotes)
  }

  private func quotes(_ byte: UInt8) -> LexicalSyntax.Quotes? {
    switch byte {
    case UInt8(ascii: "\""): syntax.double
    case UInt8(ascii: "'"): syntax.single
    default: syntax.backtick
    }
  }

  func isTriple(_ quote: UInt8, distance: Int = 0) -> Bool {
    byte(distance) == quote && byte(distance + 1) == quote && byte(distance + 2) == quote
  }

  /// A word between backticks, for those that are keywords too.
  private mutating func quotedName() {
    let start = at + 1
    var end = start
    var digest = WordDigest.start
    while end < limit, bytes[end] != UInt8(ascii: "`"), bytes[end] != 10 {
      digest = WordDigest.adding(bytes[end], to: digest)
      end += 1
    }
    append(.word, from: start, to: end, symbol: digest)
    at = min(limit, end + 1)
  }

  mutating func beginString(_ form: StringForm, from start: Int, content: Int, limit end: Int? = nil) {
    append(.string, from: start, to: content)
    let token = tokens.count - 1
    tokens[token].contentStart = Int32(content)
    tokens[token].escapes = form.escapes
    at = content
    frames.append(LexerFrame(kind: .string, limit: min(end ?? limit, limit), form: form, token: token))
  }

  /// Goes on in a string, up to its end or to code in it.
  mutating func string(_ frame: LexerFrame) {
    let form = frame.form
    while at < frame.limit {
      let byte = bytes[at]
      switch byte {
      case form.quote where form.quote != 0:
        if closes(form) { return }
      case UInt8(ascii: "\\"):
        if backslash(form) { return }
      case 10 where !form.spansLines: return finishString(closedBy: 0)
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "{"):
        if form.interpolation != .none, interpolation(form) { return }
        at += 1
      case form.nestingOpener:
        frames[frames.count - 1].depth += 1
        at += 1
      default: at += 1
      }
    }
  }

  /// At a quote: whether it ends the string. Otherwise it is passed by.
  private mutating func closes(_ form: StringForm) -> Bool {
    if form.escapes == .doubled, byte(1) == form.quote {
      at += 2
      return false
    }
    if form.nestingOpener != nil, frames[frames.count - 1].depth > 0 {
      frames[frames.count - 1].depth -= 1
      at += 1
      return false
    }
    for index in 1..<max(1, form.quotes) where byte(index) != form.quote {
      at += 1
      return false
    }
    for index in 0..<form.hashes where byte(form.quotes + index) != UInt8(ascii: "#") {
      at += 1
      return false
    }
    finishString(closedBy: form.quotes + form.hashes)
    return true
  }

  /// At a backslash: whether code begins there. Otherwise it is passed by, with what it escapes.
  private mutating func backslash(_ form: StringForm) -> Bool {
    switch form.escapes {
    case .none, .doubled:
      // In raw strings of Python a quote after a backslash does not end the string.
      at += form.interpolation != .php && syntax.traits.contains(.pythonPrefixes) && form.quote != 0 ? 2 : 1
      return false
    case .hashed:
      for index in 0..<form.hashes where byte(1 + index) != UInt8(ascii: "#") {
        at += 1
        return false
      }
    default: break
    }
    if form.interpolation == .backslashParenthesis, byte(1 + form.hashes) == UInt8(ascii: "(") {
      holdsCode(length: form.hashes + 2, closer: UInt8(ascii: ")"), form)
      return true
    }
    if !form.spansLines, byte(1 + form.hashes) == 10, !continuesLines {
      at += 1
      return false
    }
    at += 2 + form.hashes
    return false
  }

  /// Whether a backslash at the end of a line continues a string.
  private var continuesLines: Bool {
    syntax.traits.contains(.pythonPrefixes) || syntax.traits.contains(.regexLiterals)
  }

  func isWordStart(_ byte: UInt8) -> Bool { classes[Int(byte)] == ByteClass.letter && byte != UInt8(ascii: "$") }

  /// The string has code in it: what comes next, up to `closer`.
  mutating func holdsCode(length: Int, closer: UInt8, _ form: StringForm) {
    becomeTemplate()
    beginInterpolation(length: length, closer: closer, form: form)
  }

  mutating func becomeTemplate() {
    let token = frames[frames.count - 1].token
    guard tokens[token].kind == .string else { return }
    tokens[token].kind = .template
    tokens[token].contentEnd = Int32(at)
    tokens[token].end = Int32(at)
  }

  mutating func finishString(closedBy length: Int) {
    let frame = frames.removeLast()
    let end = min(at + length, bytes.count)
    if tokens[frame.token].kind == .template {
      tokens[frame.token].partner = Int32(tokens.count)
      append(.templateEnd, from: at, to: end)
      tokens[tokens.count - 1].partner = Int32(frame.token)
    } else {
      tokens[frame.token].contentEnd = Int32(at)
      tokens[frame.token].end = Int32(end)
    }
    at = end
  }
}
