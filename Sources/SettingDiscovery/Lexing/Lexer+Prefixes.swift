/// Strings that say before their quote how they are read: Python, Rust, Swift, C#.
extension Lexer {
  /// `f"…"`, `rb'''…'''`.
  mutating func pythonString(from start: Int) -> Bool {
    var form = StringForm(quote: byte())
    for place in start..<at {
      switch bytes[place] | 0x20 {
      case UInt8(ascii: "r"): form.escapes = .none
      case UInt8(ascii: "f"), UInt8(ascii: "t"): form.interpolation = .brace
      case UInt8(ascii: "b"), UInt8(ascii: "u"): break
      default: return false
      }
    }
    if isTriple(form.quote) {
      form.quotes = 3
      form.spansLines = true
    }
    beginString(form, from: start, content: at + form.quotes)
    return true
  }

  /// `r#"…"#`, `b"…"`, `c"…"`.
  mutating func rustString(from start: Int) -> Bool {
    var isRaw = false
    for place in start..<at {
      switch bytes[place] {
      case UInt8(ascii: "r"): isRaw = true
      case UInt8(ascii: "b"), UInt8(ascii: "c"): break
      default: return false
      }
    }
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    guard byte(hashes) == UInt8(ascii: "\""), isRaw || hashes == 0 else { return false }
    let form = StringForm(
      quote: UInt8(ascii: "\""), hashes: hashes, escapes: isRaw ? .none : .backslash, spansLines: true)
    beginString(form, from: start, content: at + hashes + 1)
    return true
  }

  /// `'a'`, or `'a` that names a lifetime.
  mutating func rustCharacter() {
    var length = 2
    if byte(1) == UInt8(ascii: "\\") {
      length = 3
      while length < 12, byte(length) != UInt8(ascii: "'"), byte(length) != 10 { length += 1 }
    } else {
      while length < 5, byte(length) & 0xC0 == 0x80 { length += 1 }
    }
    let isCharacter = byte(length) == UInt8(ascii: "'")
    append(.opaque, from: at, to: min(bytes.count, at + (isCharacter ? length + 1 : 1)))
    at += isCharacter ? length + 1 : 1
  }

  mutating func swiftString(hashes: Int) {
    let isLong = isTriple(UInt8(ascii: "\""), distance: hashes)
    let form = StringForm(
      quote: UInt8(ascii: "\""), quotes: isLong ? 3 : 1, hashes: hashes, escapes: hashes > 0 ? .hashed : .backslash,
      interpolation: .backslashParenthesis, spansLines: isLong)
    beginString(form, from: at, content: at + hashes + form.quotes)
  }

  /// `@"…"`.
  mutating func csharpString() -> Bool {
    if byte(1) == UInt8(ascii: "$") { return csharpInterpolated(from: at, dollars: 1, sign: 2, isVerbatim: true) }
    guard byte(1) == UInt8(ascii: "\"") else { return false }
    let form = StringForm(quote: UInt8(ascii: "\""), escapes: .doubled, spansLines: true)
    beginString(form, from: at, content: at + 2)
    return true
  }

  /// `$"…"`, `$@"…"`, `$$"""…"""`, where a dollar is no part of a word; `sign` is how many bytes stand before the quote.
  mutating func csharpInterpolated(from start: Int, dollars: Int, sign: Int, isVerbatim: Bool) -> Bool {
    guard byte(sign) == UInt8(ascii: "\"") else { return false }
    if isTriple(UInt8(ascii: "\""), distance: sign) {
      at += sign
      return csharpRawString(dollars: dollars, from: start)
    }
    let form = StringForm(
      quote: UInt8(ascii: "\""), escapes: isVerbatim ? .doubled : .backslash, interpolation: .brace,
      spansLines: isVerbatim)
    beginString(form, from: start, content: at + sign + 1)
    return true
  }

  /// Three quotes or more, and as many at its end.
  mutating func csharpRawString(dollars: Int, from start: Int? = nil) -> Bool {
    var quotes = 0
    while byte(quotes) == UInt8(ascii: "\"") { quotes += 1 }
    guard quotes >= 3 else { return false }
    let form = StringForm(
      quote: UInt8(ascii: "\""), quotes: quotes, escapes: .none, interpolation: dollars > 0 ? .brace : .none,
      braces: max(1, dollars), spansLines: true)
    beginString(form, from: start ?? at, content: at + quotes)
    return true
  }
}
