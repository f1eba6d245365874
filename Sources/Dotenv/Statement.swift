/// What a reader makes of an entry.
enum Outcome: Hashable, Sendable {
  case value([UInt8])
  /// The name is there and has no value, which takes away one that it had before.
  case unset
  /// Nothing comes of it.
  case nothing
}

/// An entry as a reader met it, in places of the file.
struct Statement: Sendable {
  /// From the first byte of it, an `export` included, to the last byte of its value.
  var range: Range<Int>
  var key: Range<Int>
  /// The name as the reader gives it.
  var name: [UInt8]
  /// The value as it is written, with its quotes; `nil` where there is no `=`.
  var value: Range<Int>?
  var quote = DotenvQuote.none
  var hasExport = false
  var outcome: Outcome
  /// The variables whose values were asked for.
  var references: [[UInt8]] = []
}

/// What a reader wrote down about a file.
struct Transcript: Sendable {
  let dialect: DotenvDialect
  private(set) var statements: [Statement] = []
  private(set) var problems: [DotenvProblem] = []

  init(_ dialect: DotenvDialect) { self.dialect = dialect }

  /// Writes down an entry whose places are those of `text`.
  mutating func record(_ statement: Statement, in text: ReaderText) {
    var statement = statement
    statement.range = text.fileRange(statement.range)
    statement.key = text.fileRange(statement.key)
    statement.value = statement.value.map(text.fileRange)
    statements.append(statement)
  }

  mutating func record(_ code: DotenvProblem.Code, at index: Int, in text: ReaderText) {
    problems.append(DotenvProblem(code: code, offset: text.fileOffset(index), dialect: dialect))
  }
}
