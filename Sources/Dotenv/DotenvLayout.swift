/// Puts the entries that a reader found on the lines of the file.
struct DotenvLayout {
  private let bytes: [UInt8]
  private let starts: LineStarts
  private let statements: [Statement]
  private(set) var lines: [DotenvLine] = []
  private(set) var entries: [DotenvEntry] = []

  init(_ bytes: [UInt8], starts: LineStarts, statements: [Statement]) {
    self.bytes = bytes
    self.starts = starts
    self.statements = statements
    var (line, next) = (0, 0)
    while line < starts.count {
      let first = line
      let firstEntry = next
      while next < statements.count, firstLine(of: statements[next]) <= line {
        line = max(line, lastLine(of: statements[next]))
        next += 1
      }
      addLine(starts.offsets[first]..<starts.offsets[line + 1], statements: firstEntry..<next)
      line += 1
    }
  }

  private func firstLine(of statement: Statement) -> Int { starts.line(at: statement.range.lowerBound) }

  private func lastLine(of statement: Statement) -> Int {
    starts.line(at: max(statement.range.lowerBound, statement.range.upperBound - 1))
  }

  private mutating func addLine(_ range: Range<Int>, statements numbers: Range<Int>) {
    let text = text(of: range)
    let kind: DotenvLine.Kind
    if !numbers.isEmpty {
      kind = .entries(numbers)
    } else if text.isEmpty {
      kind = .blank
    } else if bytes[text.lowerBound] == .hash {
      kind = .comment(DotenvOptionalSetting(bytes, comment: text))
    } else {
      kind = .unread
    }
    lines.append(DotenvLine(range: range, text: text, kind: kind))
    for number in numbers { addEntry(number, isFirst: number == numbers.lowerBound, lineEnd: text.upperBound) }
  }

  /// Without blanks at its beginning, a byte order mark, and the line end.
  private func text(of range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if end > start, bytes[end - 1] == .newline { end -= 1 }
    if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < end, bytes[start].isBlank { start += 1 }
    return start..<max(start, end)
  }

  private mutating func addEntry(_ number: Int, isFirst: Bool, lineEnd: Int) {
    let statement = statements[number]
    let isLast = number + 1 == statements.count || statements[number + 1].range.lowerBound >= lineEnd
    entries.append(
      DotenvEntry(
        name: statement.name, range: statement.range, key: statement.key, rawValue: value(of: statement),
        quote: statement.quote, hasExport: statement.hasExport,
        inlineComment: isLast ? comment(after: statement, to: lineEnd) : nil,
        line: lines.count - 1, comments: isFirst ? comments(of: statement) : (lines.count - 1)..<(lines.count - 1),
        references: statement.references,
        outcome: statement.outcome))
  }

  /// Where the value is written; an empty one stands right behind its sign, whatever blanks follow.
  private func value(of statement: Statement) -> Range<Int>? {
    guard let value = statement.value, value.isEmpty else { return statement.value }
    var start = value.lowerBound
    while start > statement.key.upperBound, " \t\r\n\u{0B}\u{0C}".utf8.contains(bytes[start - 1]) { start -= 1 }
    return start..<start
  }

  private func comment(after statement: Statement, to end: Int) -> Range<Int>? {
    var start = statement.range.upperBound
    while start < end, bytes[start].isBlank { start += 1 }
    return start < end && bytes[start] == .hash ? start..<end : nil
  }

  /// The comments above belong to an entry, as does the same setting in a comment; another setting in a comment does not.
  private func comments(of statement: Statement) -> Range<Int> {
    let end = lines.count - 1
    var start = end
    while start > 0, case .comment(let setting) = lines[start - 1].kind,
      setting == nil || setting?.name.utf8.elementsEqual(statement.name) == true
    { start -= 1 }
    return start..<end
  }
}
