/// Reads words as bash does, and stops where it would have to run something.
///
/// After bash 5.2's manual, «Quoting» and «Shell Parameter Expansion»; what is rare in settings and intricate in bash
/// (quotes inside `"${NAME:-…}"`, a name that goes on after an escaped line end) is refused and not guessed at.
struct ShellLexer {
  let text: ReaderText
  var position: Int

  struct Failure: Error {
    let code: DotenvProblem.Code
    let index: Int
  }

  init(_ text: ReaderText) {
    self.text = text
    position = 0
  }

  var end: Int { text.bytes.count }

  var current: UInt8? { position < end ? text.bytes[position] : nil }

  func byte(after count: Int) -> UInt8? { position + count < end ? text.bytes[position + count] : nil }

  /// The bytes that end a word, or begin something that is run.
  static func endsWord(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == .newline || ";&|<>()".utf8.contains(byte)
  }

  static func isOperator(_ byte: UInt8) -> Bool { "&|<>()".utf8.contains(byte) }

  func failure(_ code: DotenvProblem.Code, at index: Int) -> Failure { Failure(code: code, index: index) }

  /// The value of an assignment: all up to the end of the word.
  mutating func readValue() throws(Failure) -> ShellWord {
    var word = ShellWord()
    let start = position
    while let byte = current, !ShellLexer.endsWord(byte) {
      let before = text.bytes[position - 1]
      if byte == UInt8(ascii: "~"), position == start || before == .colon {
        try readTilde(into: &word)
      } else if byte == UInt8(ascii: "~"), before == .equals || before == .newline {
        throw failure(.notStatic("where «~» is a home folder is for the shell to say"), at: position)
      } else {
        try readPiece(into: &word, depth: 0)
      }
    }
    if let byte = current, ShellLexer.isOperator(byte) { throw failure(.command, at: position) }
    return word
  }

  private mutating func readTilde(into word: inout ShellWord) throws(Failure) {
    let next = byte(after: 1)
    guard next.map({ ShellLexer.endsWord($0) || $0 == .colon || $0 == UInt8(ascii: "/") }) ?? true else {
      throw failure(.notStatic("another user's home folder"), at: position)
    }
    word.pieces.append(.home)
    position += 1
  }

  /// One byte, quoted string or variable, outside quotes.
  mutating func readPiece(into word: inout ShellWord, depth: Int) throws(Failure) {
    let byte = text.bytes[position]
    switch byte {
    case .backslash: try readBackslash(into: &word)
    case .singleQuote:
      word.quotes.insert(.single)
      try readSingleQuoted(into: &word)
    case .doubleQuote:
      word.quotes.insert(.double)
      try readDoubleQuoted(into: &word, depth: depth)
    case .dollar: try readDollar(into: &word, isQuoted: false, depth: depth)
    case .backtick: throw failure(.command, at: position)
    default:
      word.quotes.insert(.none)
      word.append(byte)
      position += 1
    }
  }

  /// A backslash keeps the next byte as it is; before a line end both go.
  private mutating func readBackslash(into word: inout ShellWord) throws(Failure) {
    word.quotes.insert(.none)
    guard let next = byte(after: 1) else {
      throw failure(.notStatic("a backslash at the end of the file"), at: position)
    }
    if next != .newline { word.append(next) }
    position += 2
  }

  private mutating func readSingleQuoted(into word: inout ShellWord) throws(Failure) {
    guard let close = text.firstIndex(of: .singleQuote, from: position + 1) else {
      throw failure(.unterminatedQuote, at: position)
    }
    word.append(contentsOf: text.bytes[(position + 1)..<close])
    position = close + 1
  }

  private mutating func readDoubleQuoted(into word: inout ShellWord, depth: Int) throws(Failure) {
    let opening = position
    position += 1
    while let byte = current {
      switch byte {
      case .doubleQuote:
        position += 1
        return
      case .backslash: try readQuotedBackslash(into: &word, opening: opening)
      case .dollar: try readDollar(into: &word, isQuoted: true, depth: depth)
      case .backtick: throw failure(.command, at: position)
      default:
        word.append(byte)
        position += 1
      }
    }
    throw failure(.unterminatedQuote, at: opening)
  }

  /// Between double quotes a backslash escapes only what would mean something there.
  private mutating func readQuotedBackslash(into word: inout ShellWord, opening: Int) throws(Failure) {
    guard let next = byte(after: 1) else { throw failure(.unterminatedQuote, at: opening) }
    switch next {
    case .newline: break
    case .dollar, .backtick, .doubleQuote, .backslash: word.append(next)
    default:
      word.append(.backslash)
      word.append(next)
    }
    position += 2
  }
}
