/// Variables in words.
extension ShellLexer {
  mutating func readDollar(into word: inout ShellWord, isQuoted: Bool, depth: Int) throws(Failure) {
    guard let next = byte(after: 1) else { return appendDollar(to: &word) }
    switch next {
    case .openBrace: try readBraced(into: &word, isQuoted: isQuoted, depth: depth)
    case UInt8(ascii: "("), UInt8(ascii: "["): throw failure(.command, at: position)
    case .singleQuote where !isQuoted:
      word.quotes.insert(.single)
      try readEscapedString(into: &word)
    case .doubleQuote where !isQuoted: throw failure(.notStatic("a translation"), at: position)
    case .backslash where byte(after: 2) == .newline:
      throw failure(.notStatic("a name over two lines"), at: position)
    case _ where next.beginsName: try readNamed(into: &word)
    case _ where next.isDigit || "?@*#!-$".utf8.contains(next):
      throw failure(.notStatic("a variable of the shell's own"), at: position)
    default: appendDollar(to: &word)
    }
  }

  private mutating func appendDollar(to word: inout ShellWord) {
    word.append(.dollar)
    position += 1
  }

  private mutating func readName() -> [UInt8] {
    let start = position
    while let byte = current, byte.continuesName { position += 1 }
    return Array(text.bytes[start..<position])
  }

  private mutating func readNamed(into word: inout ShellWord) throws(Failure) {
    let start = position
    position += 1
    let name = readName()
    if current == .backslash, byte(after: 1) == .newline {
      throw failure(.notStatic("a name over two lines"), at: start)
    }
    word.pieces.append(.variable(try checked(name, at: start)))
  }

  private func checked(_ name: [UInt8], at index: Int) throws(Failure) -> [UInt8] {
    if ShellVariables.isReserved(name) { throw failure(.notStatic("a variable of the shell's own"), at: index) }
    return name
  }

  private mutating func readBraced(into word: inout ShellWord, isQuoted: Bool, depth: Int) throws(Failure) {
    let start = position
    if depth >= DotenvScope.depthLimit { throw failure(.nestedTooDeep, at: start) }
    position += 2
    guard current?.beginsName ?? false else { throw failure(.notStatic("an expansion of this kind"), at: start) }
    let name = try checked(readName(), at: start)
    if current == .closeBrace {
      position += 1
      word.pieces.append(.variable(name))
      return
    }
    let form = try readForm(from: start)
    let inner = try readDefault(isQuoted: isQuoted, opening: start, depth: depth + 1)
    word.pieces.append(.formed(name, form, inner))
  }

  private mutating func readForm(from start: Int) throws(Failure) -> VariableForm {
    let hasColon = current == .colon
    if hasColon { position += 1 }
    guard let sign = current, let kind = VariableForm.Kind(sign) else {
      throw failure(current == nil ? .notATemplate : .notStatic("an expansion of this kind"), at: start)
    }
    position += 1
    return VariableForm(kind: kind, countsEmptyAsUnset: hasColon)
  }

  /// The word of `${NAME:-word}`, up to its brace.
  private mutating func readDefault(isQuoted: Bool, opening: Int, depth: Int) throws(Failure) -> ShellWord {
    var word = ShellWord()
    while let byte = current {
      if byte == .closeBrace {
        position += 1
        return word
      }
      if byte == .backtick { throw failure(.command, at: position) }
      if isIntricate(byte, isQuoted: isQuoted) {
        throw failure(.notStatic("quotes or «~» in a default"), at: position)
      }
      if byte == .dollar {
        try readDollar(into: &word, isQuoted: isQuoted, depth: depth)
      } else if isQuoted {
        word.append(byte)
        position += 1
      } else {
        try readPiece(into: &word, depth: depth)
      }
    }
    throw failure(.notATemplate, at: opening)
  }

  private func isIntricate(_ byte: UInt8, isQuoted: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "~"): !isQuoted
    case .singleQuote, .doubleQuote, .backslash: isQuoted
    default: false
    }
  }
}
