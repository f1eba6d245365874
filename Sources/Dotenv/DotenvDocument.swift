/// A dotenv file as one dialect reads it: every line in its place with its bytes, and the entries among them.
///
/// All offsets are those of `bytes`, and the lines joined are `bytes`.
package struct DotenvDocument: Sendable {
  package let bytes: [UInt8]
  /// What the file is called in errors.
  package let file: String
  package let dialect: DotenvDialect
  package let environment: DotenvEnvironment
  package let lines: [DotenvLine]
  package let entries: [DotenvEntry]
  /// What the dialect's reader does not take, in the order of the file.
  package let problems: [DotenvProblem]
  private let starts: LineStarts

  package init(
    _ bytes: [UInt8], file: String, dialect: DotenvDialect, environment: DotenvEnvironment = .empty
  ) {
    self.bytes = bytes
    self.file = file
    self.dialect = dialect
    self.environment = environment
    let transcript = dialect.transcript(of: bytes, environment: environment)
    starts = LineStarts(bytes)
    let layout = DotenvLayout(bytes, starts: starts, statements: transcript.statements)
    lines = layout.lines
    entries = layout.entries
    problems = transcript.problems.sorted { $0.offset < $1.offset }
  }

  /// What the reader makes of the whole file: each name once, in the order in which they come up.
  ///
  /// - Throws: the first thing for which the reader refuses the file.
  package func variables() throws(DotenvError) -> [DotenvVariable] {
    if let problem = problems.first(where: { !$0.isPassedOver }) { throw error(for: problem) }
    var order: [[UInt8]] = []
    var values: [[UInt8]: [UInt8]?] = [:]
    for entry in entries where entry.outcome != .nothing {
      if values.updateValue(entry.value, forKey: entry.name) == nil { order.append(entry.name) }
    }
    return order.compactMap { name in
      values[name].flatMap(\.self).map { DotenvVariable(name: name, value: $0) }
    }
  }

  package func error(for problem: DotenvProblem) -> DotenvError {
    DotenvError(file: file, position: position(of: problem.offset), problem: problem)
  }

  /// The line of the file, from 0, that holds a byte.
  func lineNumber(at offset: Int) -> Int { starts.line(at: offset) }

  package func position(of offset: Int) -> DotenvPosition { starts.position(of: offset, in: bytes) }

  /// The entry that counts for a name: the last one.
  package func entry(named name: String) -> DotenvEntry? {
    entries.last { $0.name.elementsEqual(name.utf8) }
  }

  /// The entries that share their name with others, a list for each name.
  package var duplicates: [[DotenvEntry]] {
    Dictionary(grouping: entries) { entry in entry.name }.values
      .filter { $0.count > 1 }
      .sorted { $0[0].range.lowerBound < $1[0].range.lowerBound }
  }

  /// The settings that stand in comments: `# NAME=value`.
  package var optionalSettings: [DotenvOptionalSetting] {
    lines.compactMap { line in
      if case .comment(let setting) = line.kind { setting } else { nil }
    }
  }

  /// A part of the file as text, for people.
  package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// What the comment lines say, without their `#`.
  package func commentText(_ comments: Range<Int>) -> [String] {
    comments.map { index in
      let body = bytes[lines[index].text].drop { $0 == .hash || $0.isBlank }
      return String(decoding: body, as: UTF8.self)
    }
  }
}

/// A variable that a file sets.
package struct DotenvVariable: Hashable, Sendable {
  package let name: [UInt8]
  package let value: [UInt8]
}

extension DotenvDialect {
  func transcript(of bytes: [UInt8], environment: DotenvEnvironment) -> Transcript {
    switch self {
    case .compose:
      var reader = ComposeReader(bytes, environment: environment)
      return reader.read()
    case .docker:
      var reader = DockerReader(bytes, environment: environment)
      return reader.read()
    case .node, .node20:
      var reader = NodeReader(bytes, edition: self == .node ? .current : .twenty)
      return reader.read()
    case .python:
      var reader = PythonReader(bytes, environment: environment)
      return reader.read()
    case .bash:
      var reader = BashReader(bytes, environment: environment)
      return reader.read()
    }
  }
}
