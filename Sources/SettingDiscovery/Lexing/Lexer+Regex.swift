/// Regular expressions, which may hold quotes that begin nothing.
extension Lexer {
  /// One that begins here and ends in this line.
  mutating func regex() -> Bool {
    guard at >= regexIsVoidUntil, canBeginRegex else { return false }
    var end = at + 1
    var isInClass = false
    while end < limit, bytes[end] != 10 {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass: return finishRegex(at: end + 1)
      default: break
      }
      end += 1
    }
    regexIsVoidUntil = end
    return syntax.traits.contains(.rubyLiterals) && longRubyRegex()
  }

  private mutating func finishRegex(at end: Int) -> Bool {
    var end = end
    while end < limit, classes[Int(bytes[end])] == ByteClass.letter { end += 1 }
    append(.opaque, from: at, to: end)
    at = end
    return true
  }

  private var canBeginRegex: Bool {
    let next = byte(1)
    if syntax.traits.contains(.swiftStrings), next == 32 || next == UInt8(ascii: ")") { return false }
    if expectsValue { return !(syntax.traits.contains(.rubyLiterals) && next == 32 && tokens.last?.kind == .word) }
    guard let last = tokens.last else { return true }
    // `puts /x/` of Ruby: a blank before, none after.
    if last.kind == .word, syntax.traits.contains(.rubyLiterals) { return bytes[at - 1] == 32 && next != 32 }
    guard last.kind == .symbol, last.partner >= 0 || last.symbol == UInt32(UInt8(ascii: "}")) else { return false }
    if last.symbol == UInt32(UInt8(ascii: "}")) { return lineIsFresh }
    return last.symbol == UInt32(UInt8(ascii: ")")) && isCondition(Int(last.partner))
  }

  /// `if (…) /x/.test(y)`: a parenthesis after such a word holds a condition.
  private func isCondition(_ open: Int) -> Bool {
    guard open > 0, tokens[open - 1].kind == .word else { return false }
    return Lexer.wordsBeforeConditions.contains(tokens[open - 1].symbol)
  }

  private static let wordsBeforeConditions: Set<UInt32> = Set(["if", "while", "for", "with"].map(WordDigest.of))

  /// `#/…/#` of Swift, and `#"…"#`.
  mutating func hashedLiteral() -> Bool {
    var hashes = 1
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    switch byte(hashes) {
    case UInt8(ascii: "\""):
      swiftString(hashes: hashes)
      return true
    case UInt8(ascii: "/") where expectsValue:
      let start = at
      at += hashes + 1
      append(.opaque, from: start, to: at)
      var end = at
      while end < limit, !(bytes[end] == UInt8(ascii: "/") && end + 1 < limit && bytes[end + 1] == UInt8(ascii: "#")) {
        end += 1
      }
      at = min(limit, end + 2)
      return true
    default:
      append(.symbol, from: at, to: at + hashes, symbol: UInt32(UInt8(ascii: "#")))
      at += hashes
      return true
    }
  }
}
