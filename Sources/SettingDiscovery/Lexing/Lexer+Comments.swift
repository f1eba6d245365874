/// Comments, and what a slash or a number sign can be instead.
extension Lexer {
  mutating func slash() {
    if syntax.traits.contains(.slashComments) {
      if byte(1) == UInt8(ascii: "/") { return skipLine() }
      if byte(1) == UInt8(ascii: "*") { return skipBlockComment() }
    }
    if syntax.traits.contains(.regexLiterals), regex() { return }
    operatorSymbol(bytes[at])
  }

  mutating func numberSign() {
    if syntax.traits.contains(.hashComments), !(syntax.traits.contains(.phpTags) && byte(1) == UInt8(ascii: "[")) {
      return skipLine()
    }
    if syntax.traits.contains(.csharpStrings), lineIsFresh { return skipLine() }
    if syntax.traits.contains(.swiftStrings), hashedLiteral() { return }
    operatorSymbol(bytes[at])
  }

  /// To the end of the line, or of PHP's code, whichever comes first.
  mutating func skipLine() {
    let limit = self.limit
    let isPage = syntax.traits.contains(.phpTags)
    while at < limit, bytes[at] != 10 {
      if isPage, bytes[at] == UInt8(ascii: "?"), byte(1) == UInt8(ascii: ">") { return }
      at += 1
    }
  }

  private mutating func skipBlockComment() {
    let start = at
    let nests = syntax.traits.contains(.nestingComments)
    var depth = 0
    while at < limit {
      if bytes[at] == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/"), at > start + 1 {
        at += 2
        depth -= 1
        if depth == 0 { return }
      } else if bytes[at] == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*"), nests || depth == 0 {
        at += 2
        depth += 1
      } else {
        if bytes[at] == 10 { lineIsFresh = true }
        at += 1
      }
    }
    gaps.append(SettingReadout.Gap(offset: start, reason: "a comment begins here and does not end"))
  }

  /// Whether what comes next is a value, and not an operator after one.
  var expectsValue: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .word:
      if tokens.count > 1, tokens[tokens.count - 2].symbol == UInt32(UInt8(ascii: ".")) { return false }
      return Lexer.wordsBeforeValues.contains(last.symbol)
    case .symbol:
      return ![UInt32(UInt8(ascii: ")")), UInt32(UInt8(ascii: "]")), UInt32(UInt8(ascii: "}"))].contains(last.symbol)
    case .number, .string, .templateEnd, .opaque: return false
    case .template: return true
    }
  }

  private static let wordsBeforeValues: Set<UInt32> = Set(
    [
      "return", "typeof", "case", "in", "of", "do", "else", "throw", "new", "delete", "void", "instanceof", "yield",
      "await", "default", "if", "unless", "while", "until", "and", "or", "not", "when", "then", "elsif", "try", "raise",
    ].map(WordDigest.of))
}
