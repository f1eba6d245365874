/// Reads a file as python-dotenv does: what it cannot read it passes over, a line at a time.
///
/// After python-dotenv 1.2.4, `parser.py`. The file is opened as text, so every line end is LF, and bytes that are no UTF-8
/// are an error.
struct PythonReader {
  private let text: ReaderText
  private var scope: DotenvScope
  private var transcript = Transcript(.python)
  private var position = 0

  init(_ file: [UInt8], environment: DotenvEnvironment) {
    text = ReaderText(universalNewlines: file)
    scope = DotenvScope(environment)
  }

  private var end: Int { text.bytes.count }

  private func character(at index: Int) -> DecodedCharacter { DecodedCharacter(text.bytes, at: index, end: end) }

  mutating func read() -> Transcript {
    checkEncoding()
    while position < end {
      skipSpaces(lines: true)
      if position < end { readBinding() }
    }
    return transcript
  }

  private mutating func checkEncoding() {
    var index = 0
    while index < end {
      let character = character(at: index)
      if character.scalar == nil { return transcript.record(.notUTF8, at: index, in: text) }
      index += character.count
    }
  }

  private mutating func skipSpaces(lines: Bool) {
    while position < end {
      let character = character(at: position)
      guard character.isPythonSpace, lines || text.bytes[position] != .newline else { return }
      position += character.count
    }
  }

  private mutating func readBinding() {
    let start = position
    do throws(DotenvProblem.Code) {
      let hasExport = skipExport()
      guard let key = try readKey() else { return skipComment() }
      var statement = Statement(
        range: start..<position, key: key, name: Array(text.bytes[key]), hasExport: hasExport, outcome: .unset)
      skipSpaces(lines: false)
      if position < end, text.bytes[position] == .equals { try readValue(of: &statement) }
      skipComment()
      try readLineEnd()
      finish(&statement)
    } catch {
      // The quote that is not closed is where the reader stands.
      transcript.record(error, at: error == .unterminatedQuote ? position : start, in: text)
      position = min(text.lineEnd(from: position) + 1, end)
    }
  }

  private mutating func finish(_ statement: inout Statement) {
    if case .value(let value) = statement.outcome {
      do throws(DotenvProblem.Code) {
        statement.outcome = .value(try interpolated(value))
      } catch {
        transcript.record(error, at: statement.range.lowerBound, in: text)
      }
      statement.references = scope.takeReferences()
      if case .value(let value) = statement.outcome { scope.set(statement.name, to: value) }
    } else {
      scope.set(statement.name, to: nil)
    }
    transcript.record(statement, in: text)
  }

  private mutating func interpolated(_ value: [UInt8]) throws(DotenvProblem.Code) -> [UInt8] {
    var interpolation = PythonInterpolation(value)
    return try interpolation.expanded(in: &scope)
  }

  /// Passes over `export` and what blanks follow it, if any do.
  private mutating func skipExport() -> Bool {
    let start = position
    guard text.bytes[start...].starts(with: "export".utf8) else { return false }
    position += 6
    let afterWord = position
    skipSpaces(lines: false)
    guard position > afterWord else {
      position = start
      return false
    }
    return true
  }

  /// The name, or `nil` where a comment stands in its place.
  private mutating func readKey() throws(DotenvProblem.Code) -> Range<Int>? {
    guard position < end else { throw .notAnEntry }
    switch text.bytes[position] {
    case .hash: return nil
    case .singleQuote:
      guard let close = closing(.singleQuote, from: position + 1, escapes: false), close > position + 1
      else { throw .notAnEntry }
      defer { position = close + 1 }
      return (position + 1)..<close
    default: return try readBareKey()
    }
  }

  private mutating func readBareKey() throws(DotenvProblem.Code) -> Range<Int> {
    let start = position
    while position < end, text.bytes[position] != .equals, text.bytes[position] != .hash {
      let character = character(at: position)
      if character.isPythonSpace { break }
      position += character.count
    }
    guard position > start else { throw .noName }
    return start..<position
  }

  private mutating func readValue(of statement: inout Statement) throws(DotenvProblem.Code) {
    position += 1
    let afterSign = position
    skipSpaces(lines: false)
    let next = position < end ? text.bytes[position] : .newline
    switch next {
    case .singleQuote, .doubleQuote: try readQuoted(next, of: &statement)
    case .hash where position > afterSign, .newline:
      statement.value = position..<position
      statement.outcome = .value([])
    default: readBare(of: &statement)
    }
    statement.range = statement.range.lowerBound..<position
    if let value = statement.value { statement.range = statement.range.lowerBound..<max(value.upperBound, afterSign) }
  }

  private mutating func readQuoted(_ quote: UInt8, of statement: inout Statement) throws(DotenvProblem.Code) {
    let opening = position
    guard let close = closing(quote, from: opening + 1, escapes: true) else { throw .unterminatedQuote }
    statement.value = opening..<(close + 1)
    statement.quote = DotenvQuote(opening: quote)
    statement.outcome = .value(PythonReader.unescaped(text.bytes[(opening + 1)..<close], quote: quote))
    position = close + 1
  }

  /// The rest of the line up to blanks with a `#` after them.
  private mutating func readBare(of statement: inout Statement) {
    let start = position
    var valueEnd = position
    var isAfterSpace = false
    while position < end, text.bytes[position] != .newline {
      if isAfterSpace, text.bytes[position] == .hash { break }
      let character = character(at: position)
      position += character.count
      isAfterSpace = character.isPythonSpace
      if !isAfterSpace { valueEnd = position }
    }
    statement.value = start..<valueEnd
    statement.outcome = .value(Array(text.bytes[start..<valueEnd]))
  }

  /// Where a quote is closed.
  private func closing(_ quote: UInt8, from start: Int, escapes: Bool) -> Int? {
    var index = start
    while index < end {
      if text.bytes[index] == quote { return index }
      index += escapes && text.bytes[index] == .backslash ? 2 : 1
    }
    return nil
  }

  private mutating func skipComment() {
    let start = position
    skipSpaces(lines: false)
    if position < end, text.bytes[position] == .hash {
      position = text.lineEnd(from: position)
    } else {
      position = start
    }
  }

  private mutating func readLineEnd() throws(DotenvProblem.Code) {
    let start = position
    skipSpaces(lines: false)
    guard position == end || text.bytes[position] == .newline else {
      position = start
      throw .notAnEntry
    }
    position = min(position + 1, end)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>, quote: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == .backslash, index + 1 < bytes.endIndex,
        let meant = escape(bytes[index + 1], quote: quote)
      {
        result.append(meant)
        index += 2
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// What a backslash and `byte` stand for between these quotes.
  private static func escape(_ byte: UInt8, quote: UInt8) -> UInt8? {
    switch byte {
    case .backslash, .singleQuote: byte
    case _ where quote == .singleQuote: nil
    case .doubleQuote: byte
    case UInt8(ascii: "a"): 0x07
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): .newline
    case UInt8(ascii: "r"): .carriageReturn
    case UInt8(ascii: "t"): .tab
    case UInt8(ascii: "v"): 0x0B
    default: nil
    }
  }
}
