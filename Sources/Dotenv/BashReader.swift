/// Reads a file as `set -a; . FILE` does in bash, without running anything: assignments and `export` only.
///
/// What bash would have to run is an error, with its place; the lines after it are read on, so that they can be shown.
struct BashReader {
  private var lexer: ShellLexer
  private var scope: DotenvScope
  private var transcript = Transcript(.bash)
  /// After a quote or a brace that is never closed, the rest of the file is not looked at for entries.
  private var isOpen = false

  init(_ file: [UInt8], environment: DotenvEnvironment) {
    lexer = ShellLexer(ReaderText(file, skippingByteOrderMark: false))
    scope = DotenvScope(environment)
  }

  private var text: ReaderText { lexer.text }

  mutating func read() -> Transcript {
    if let nul = text.bytes.firstIndex(of: 0) { transcript.record(.nulByte, at: nul, in: text) }
    while !isOpen, skipToStatement() {
      do throws(ShellLexer.Failure) {
        try readStatement()
      } catch {
        transcript.record(error.code, at: error.index, in: text)
        isOpen = error.code == .unterminatedQuote || error.code == .notATemplate
        lexer.position = min(text.lineEnd(from: error.index) + 1, lexer.end)
      }
      scope.forgetReferences()
    }
    return transcript
  }

  /// Passes over blanks, line ends and comments; whether anything is left.
  private mutating func skipToStatement() -> Bool {
    while true {
      skipBlanks()
      switch lexer.current {
      case .some(.hash): lexer.position = text.lineEnd(from: lexer.position)
      case .some(.newline): lexer.position += 1
      case .none: return false
      default: return true
      }
    }
  }

  /// A line end after a backslash counts for nothing.
  private mutating func skipBlanks() {
    while let byte = lexer.current {
      if byte.isBlank {
        lexer.position += 1
      } else if byte == .backslash, lexer.byte(after: 1) == .newline {
        lexer.position += 2
      } else {
        return
      }
    }
  }

  private mutating func readStatement() throws(ShellLexer.Failure) {
    let start = lexer.position
    let hasExport = skipExport()
    var assignments: [Assignment] = []
    var isAtEnd = false
    while !isAtEnd {
      let isFirst = assignments.isEmpty
      assignments.append(try readAssignment(from: isFirst ? start : lexer.position, hasExport: hasExport))
      isAtEnd = try endsStatement()
    }
    try evaluate(assignments)
  }

  private mutating func skipExport() -> Bool {
    let word = "export"
    guard text.bytes[lexer.position...].starts(with: word.utf8), lexer.byte(after: 6)?.isBlank ?? false
    else { return false }
    lexer.position += 6
    skipBlanks()
    return true
  }

  /// Passes over what may end a command, and says whether one ends here.
  private mutating func endsStatement() throws(ShellLexer.Failure) -> Bool {
    let afterWord = lexer.position
    skipBlanks()
    switch lexer.current {
    case .none, .some(.newline): return true
    case .some(.hash) where lexer.position > afterWord: return true
    case .some(UInt8(ascii: ";")):
      lexer.position += 1
      skipBlanks()
      if lexer.current == UInt8(ascii: ";") { throw lexer.failure(.command, at: lexer.position) }
      return true
    default: return false
    }
  }

  // MARK: Assignments

  private struct Assignment {
    var statement: Statement
    /// `nil` for `export NAME`.
    var word: ShellWord?
    var appends = false
  }

  private mutating func readAssignment(from start: Int, hasExport: Bool) throws(ShellLexer.Failure) -> Assignment {
    let keyStart = lexer.position
    guard lexer.current?.beginsName ?? false else { throw lexer.failure(.command, at: keyStart) }
    while lexer.current?.continuesName ?? false { lexer.position += 1 }
    let key = keyStart..<lexer.position
    let name = Array(text.bytes[key])
    if ShellVariables.isReserved(name) {
      throw lexer.failure(.notStatic("a variable of the shell's own"), at: keyStart)
    }
    var statement = Statement(
      range: start..<key.upperBound, key: key, name: name, hasExport: hasExport, outcome: .nothing)
    let appends = lexer.current == UInt8(ascii: "+") && lexer.byte(after: 1) == .equals
    if appends { lexer.position += 1 }
    guard lexer.current == .equals else {
      let isWhole = lexer.current.map { $0.isBlank || $0 == .newline || $0 == UInt8(ascii: ";") } ?? true
      if hasExport, isWhole { return Assignment(statement: statement, word: nil) }
      throw lexer.failure(.command, at: keyStart)
    }
    lexer.position += 1
    let valueStart = lexer.position
    let word = try lexer.readValue()
    if hasExport { try refuseBraces(valueStart..<lexer.position) }
    statement.value = valueStart..<lexer.position
    statement.range = start..<lexer.position
    statement.quote = word.quote
    return Assignment(statement: statement, word: word, appends: appends)
  }

  /// `export A={1,2}` is two assignments to bash.
  private func refuseBraces(_ value: Range<Int>) throws(ShellLexer.Failure) {
    let bytes = text.bytes[value]
    guard let open = bytes.firstIndex(of: .openBrace), bytes[open...].contains(.closeBrace) else { return }
    if open > value.lowerBound, bytes[open - 1] == .dollar, !bytes[(open + 1)...].contains(.openBrace) { return }
    throw lexer.failure(.notStatic("braces after export"), at: open)
  }

  /// Words of `export` are all expanded before the first is assigned; other assignments one after the other.
  private mutating func evaluate(_ assignments: [Assignment]) throws(ShellLexer.Failure) {
    var expanded: [Statement] = []
    for assignment in assignments {
      var statement = assignment.statement
      statement.outcome = try outcome(of: assignment)
      statement.references = scope.takeReferences()
      if !statement.hasExport { try assign(&statement, appends: assignment.appends) }
      expanded.append(statement)
    }
    for (assignment, var statement) in zip(assignments, expanded) {
      if statement.hasExport { try assign(&statement, appends: assignment.appends) }
      transcript.record(statement, in: text)
    }
  }

  private func failure(_ code: DotenvProblem.Code, in statement: Statement) -> ShellLexer.Failure {
    lexer.failure(code, at: statement.key.lowerBound)
  }

  private mutating func outcome(of assignment: Assignment) throws(ShellLexer.Failure) -> Outcome {
    let name = assignment.statement.name
    guard let word = assignment.word else {
      return scope.holds(name) ? .nothing : scope.inherited(name).map(Outcome.value) ?? .nothing
    }
    do throws(DotenvProblem.Code) {
      return .value(try word.expanded(in: &scope))
    } catch {
      throw failure(error, in: assignment.statement)
    }
  }

  private mutating func assign(_ statement: inout Statement, appends: Bool) throws(ShellLexer.Failure) {
    guard case .value(var value) = statement.outcome else { return }
    if appends {
      do throws(DotenvProblem.Code) {
        let old = scope.shellValue(of: statement.name) ?? []
        try scope.count(old.count)
        value = old + value
      } catch {
        throw failure(error, in: statement)
      }
      statement.outcome = .value(value)
    }
    scope.set(statement.name, to: value)
  }
}
