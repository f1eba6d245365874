/// Strings of the form `$'…'`, whose escapes are those of C.
extension ShellLexer {
  mutating func readEscapedString(into word: inout ShellWord) throws(Failure) {
    let opening = position
    position += 2
    while let byte = current {
      if byte == .singleQuote {
        position += 1
        return
      }
      if byte == .backslash {
        try readEscape(into: &word, opening: opening)
      } else {
        word.append(byte)
        position += 1
      }
    }
    throw failure(.unterminatedQuote, at: opening)
  }

  private mutating func readEscape(into word: inout ShellWord, opening: Int) throws(Failure) {
    guard let next = byte(after: 1) else { throw failure(.unterminatedQuote, at: opening) }
    let start = position
    position += 2
    if let meant = ShellLexer.meaning(of: next) { return word.append(meant) }
    switch next {
    case UInt8(ascii: "x"): try appendNumber(digits: 2, escape: next, from: start, to: &word)
    case UInt8(ascii: "u"): try appendNumber(digits: 4, escape: next, from: start, to: &word)
    case UInt8(ascii: "U"): try appendNumber(digits: 8, escape: next, from: start, to: &word)
    case UInt8(ascii: "c"): throw failure(.notStatic("a control character by name"), at: start)
    case _ where next.octalValue != nil: try appendOctal(from: start, to: &word)
    default:
      word.append(.backslash)
      word.append(next)
    }
  }

  /// Up to three octal digits, of which the eighth bits count.
  private mutating func appendOctal(from start: Int, to word: inout ShellWord) throws(Failure) {
    position -= 1
    var (value, count): (UInt32, Int) = (0, 0)
    while count < 3, let digit = current?.octalValue {
      value = value << 3 | digit
      count += 1
      position += 1
    }
    try append(UInt8(truncatingIfNeeded: value), from: start, to: &word)
  }

  private mutating func appendNumber(
    digits: Int, escape: UInt8, from start: Int, to word: inout ShellWord
  ) throws(Failure) {
    if current == .openBrace { throw failure(.notStatic("an escape in braces"), at: start) }
    var (value, count): (UInt32, Int) = (0, 0)
    while count < digits, let digit = current?.hexadecimalValue {
      value = value << 4 | digit
      count += 1
      position += 1
    }
    if count == 0 {
      word.append(.backslash)
      word.append(escape)
    } else if digits == 2 {
      try append(UInt8(truncatingIfNeeded: value), from: start, to: &word)
    } else {
      guard value != 0, let scalar = Unicode.Scalar(value) else {
        throw failure(.notStatic("a number that is no character"), at: start)
      }
      word.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  private func append(_ byte: UInt8, from start: Int, to word: inout ShellWord) throws(Failure) {
    if byte == 0 { throw failure(.nulByte, at: start) }
    word.append(byte)
  }

  private static func meaning(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a"): 0x07
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "e"), UInt8(ascii: "E"): 0x1B
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): .newline
    case UInt8(ascii: "r"): .carriageReturn
    case UInt8(ascii: "t"): .tab
    case UInt8(ascii: "v"): 0x0B
    case .backslash, .singleQuote, .doubleQuote, UInt8(ascii: "?"): byte
    default: nil
    }
  }
}
