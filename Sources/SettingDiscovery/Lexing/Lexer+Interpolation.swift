/// Where the code in a string begins.
extension Lexer {
  /// At a dollar, a number sign or a brace: whether it begins code, which the lexer then goes into.
  mutating func interpolation(_ form: StringForm) -> Bool {
    let byte = bytes[at]
    switch form.interpolation {
    case .dollarBrace: return opens(byte == UInt8(ascii: "$") && self.byte(1) == UInt8(ascii: "{"), 2, form)
    case .hashBrace: return opens(byte == UInt8(ascii: "#") && self.byte(1) == UInt8(ascii: "{"), 2, form)
    case .dollarName:
      if opens(byte == UInt8(ascii: "$") && self.byte(1) == UInt8(ascii: "{"), 2, form) { return true }
      if byte == UInt8(ascii: "$"), isWordStart(self.byte(1)) { becomeTemplate() }
      return false
    case .php:
      if opens(byte == UInt8(ascii: "{") && self.byte(1) == UInt8(ascii: "$"), 1, form) { return true }
      if opens(byte == UInt8(ascii: "$") && self.byte(1) == UInt8(ascii: "{"), 2, form) { return true }
      if byte == UInt8(ascii: "$"), isWordStart(self.byte(1)) { becomeTemplate() }
      return false
    case .brace: return braces(form)
    case .none, .backslashParenthesis: return false
    }
  }

  private mutating func opens(_ condition: Bool, _ length: Int, _ form: StringForm) -> Bool {
    if condition { holdsCode(length: length, closer: UInt8(ascii: "}"), form) }
    return condition
  }

  /// As many braces as the string says begin code; twice as many stand for themselves.
  private mutating func braces(_ form: StringForm) -> Bool {
    guard bytes[at] == UInt8(ascii: "{") else { return false }
    for index in 0..<form.braces where byte(index) != UInt8(ascii: "{") { return false }
    if form.braces == 1, byte(1) == UInt8(ascii: "{") {
      at += 1
      return false
    }
    holdsCode(length: form.braces, closer: UInt8(ascii: "}"), form)
    return true
  }

  /// At a colon in the code of an f-string: what follows is how its value is to be written.
  mutating func beginFormatSpecification() -> Bool {
    guard frames[frames.count - 1].depth == 0, byte(1) != UInt8(ascii: ":"), !isInsideBrackets else { return false }
    at += 1
    frames.append(LexerFrame(kind: .formatSpecification, limit: limit))
    return true
  }

  /// Whether a bracket was opened in this code: then a colon belongs to a slice, to a mapping or to a lambda.
  private var isInsideBrackets: Bool {
    var index = tokens.count - 1
    let last = max(0, index - 64)
    while index >= last {
      let token = tokens[index]
      if token.partner >= 0, token.partner < index {
        index = Int(token.partner) - 1
        continue
      }
      if token.kind == .symbol, token.symbol == UInt32(UInt8(ascii: "{")) { return false }
      if token.kind == .symbol, token.symbol == UInt32(UInt8(ascii: "(")) || token.symbol == UInt32(UInt8(ascii: "[")) {
        return true
      }
      index -= 1
    }
    return false
  }

  mutating func formatSpecification() {
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "{"):
        return beginInterpolation(
          length: 1, closer: UInt8(ascii: "}"), form: StringForm(quote: 0, interpolation: .brace))
      case UInt8(ascii: "}"), 10:
        frames.removeLast()
        return
      default: at += 1
      }
    }
  }
}
