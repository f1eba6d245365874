/// Reads a file as Docker Compose does.
///
/// After compose-go, `dotenv/parser.go`. There the first thing that is not understood ends the reading; here it is written
/// down, and the lines after it are read one by one, so that they can be shown.
struct ComposeReader {
  private let text: ReaderText
  private var scope: DotenvScope
  private var transcript = Transcript(.compose)
  private var position = 0
  /// After a quote that is never closed, others are looked for on their own line only.
  private var keepsToLines = false

  init(_ file: [UInt8], environment: DotenvEnvironment) {
    text = ReaderText(file, skippingByteOrderMark: true)
    scope = DotenvScope(environment)
  }

  private var end: Int { text.bytes.count }

  private func character(at index: Int) -> DecodedCharacter { DecodedCharacter(text.bytes, at: index, end: end) }

  mutating func read() -> Transcript {
    while skipToStatement() {
      do throws(DotenvProblem) {
        try readStatement()
      } catch {
        transcript.record(error.code, at: error.offset, in: text)
        position = min(text.lineEnd(from: error.offset) + 1, end)
      }
      scope.forgetReferences()
    }
    return transcript
  }

  private func problem(_ code: DotenvProblem.Code, at index: Int) -> DotenvProblem {
    DotenvProblem(code: code, offset: index, dialect: .compose)
  }

  /// Passes over spaces and comments; whether anything is left.
  private mutating func skipToStatement() -> Bool {
    while position < end {
      let character = character(at: position)
      if text.bytes[position] == .hash {
        position = text.lineEnd(from: position)
      } else if character.isGoSpace {
        position += character.count
      } else {
        return true
      }
    }
    return false
  }

  private mutating func skipBlanks() {
    while position < end {
      let character = character(at: position)
      guard character.isComposeBlank else { return }
      position += character.count
    }
  }

  private mutating func readStatement() throws(DotenvProblem) {
    let start = position
    let hasExport = skipExport()
    let (key, mark) = try readKey()
    if let space = text.bytes[key].firstIndex(of: .space) { throw problem(.spaceInName, at: space) }
    var statement = Statement(
      range: start..<key.upperBound, key: key, name: Array(text.bytes[key]), hasExport: hasExport, outcome: .nothing)
    position = mark.map { $0 + 1 } ?? key.lowerBound
    skipBlanks()
    if let mark, text.bytes[mark] == .newline {
      if let value = scope.inherited(statement.name) { statement.outcome = .value(value) }
    } else {
      try readValue(of: &statement)
    }
    if case .value(let value) = statement.outcome { scope.set(statement.name, to: value) }
    statement.references = scope.takeReferences()
    transcript.record(statement, in: text)
  }

  private mutating func skipExport() -> Bool {
    let afterWord = position + 6
    guard text.bytes[position...].starts(with: "export".utf8), afterWord < end,
      [.tab, .newline, 0x0C, .carriageReturn, .space].contains(text.bytes[afterWord])
    else { return false }
    position = afterWord
    skipBlanks()
    return true
  }

  /// The name, and where the `=`, `:` or LF stands that ends it; a name at the end of the file is taken for a value.
  private mutating func readKey() throws(DotenvProblem) -> (key: Range<Int>, mark: Int?) {
    let start = position
    guard start < end else { throw problem(.noName, at: start) }
    var (index, keyEnd) = (start, start)
    while index < end {
      let byte = text.bytes[index]
      if byte == .equals || byte == .colon || byte == .newline { return (start..<keyEnd, index) }
      let character = character(at: index)
      if !character.isComposeBlank {
        guard character.isGoLetterOrNumber || "_.-[]".utf8.contains(byte) else {
          throw problem(.unexpectedCharacterInName, at: index)
        }
        keyEnd = index + character.count
      }
      index += character.count
    }
    return (start..<start, nil)
  }

  private mutating func readValue(of statement: inout Statement) throws(DotenvProblem) {
    let start = position
    let quote = DotenvQuote(opening: start < end ? text.bytes[start] : nil)
    let isQuoted = quote == .single || quote == .double
    let (value, written) = isQuoted ? try readQuoted() : readBare()
    statement.value = written
    statement.range = statement.range.lowerBound..<max(written.upperBound, statement.range.upperBound)
    if isQuoted { statement.quote = quote }
    statement.outcome = .value(quote == .single ? value : try substituted(value, at: start))
  }

  private mutating func substituted(_ value: [UInt8], at start: Int) throws(DotenvProblem) -> [UInt8] {
    do throws(DotenvProblem.Code) {
      return try ComposeTemplate(value).substituted(in: &scope)
    } catch {
      throw problem(error, at: start)
    }
  }

  private mutating func readBare() -> (value: [UInt8], written: Range<Int>) {
    let start = position
    let lineEnd = text.lineEnd(from: start)
    position = min(lineEnd + 1, end)
    var valueEnd = start
    var index = start
    while index < lineEnd {
      if text.bytes[index] == .space, index + 1 < lineEnd, text.bytes[index + 1] == .hash { break }
      let character = DecodedCharacter(text.bytes, at: index, end: lineEnd)
      index += character.count
      if !character.isGoSpace { valueEnd = index }
    }
    return (Array(text.bytes[start..<valueEnd]), start..<valueEnd)
  }

  /// A value between quotes; a backslash stays, but for one before the quote.
  private mutating func readQuoted() throws(DotenvProblem) -> (value: [UInt8], written: Range<Int>) {
    let start = position
    let quote = text.bytes[start]
    let limit = keepsToLines ? text.lineEnd(from: start) : end
    var inner: [UInt8] = []
    var index = start + 1
    while index < limit {
      let byte = text.bytes[index]
      if byte == quote {
        position = index + 1
        return (quote == .doubleQuote ? ComposeEscapes.expanded(inner) : inner, start..<position)
      }
      if byte == .backslash, index + 1 < limit {
        index += 1
        if text.bytes[index] != quote { inner.append(.backslash) }
      }
      inner.append(text.bytes[index])
      index += 1
    }
    keepsToLines = true
    throw problem(.unterminatedQuote, at: start)
  }
}
