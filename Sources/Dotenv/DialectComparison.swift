/// Holds a document against the same file as another dialect reads it.
struct DialectComparison {
  private let document: DotenvDocument
  private let other: DotenvDocument
  private let otherEntries: [Int: DotenvEntry]
  /// What the other reader refuses or passes over, by the line that it is on.
  private let problems: [Int: DotenvProblem]

  init(_ document: DotenvDocument, with dialect: DotenvDialect) {
    self.document = document
    other = DotenvDocument(document.bytes, file: document.file, dialect: dialect, environment: document.environment)
    otherEntries = Dictionary(other.entries.map { ($0.key.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    problems = Dictionary(
      other.problems.map { (document.lineNumber(at: $0.offset), $0) }, uniquingKeysWith: { first, _ in first })
  }

  var differences: [DialectDifference] {
    document.entries.indices.compactMap { index in
      guard let reading = reading(of: document.entries[index]) else { return nil }
      let evidence = TrapEvidence(document.entries[index], in: document)
      let trap = DialectTrap(evidence, for: other.dialect, problem: problem(of: document.entries[index]))
      return DialectDifference(entry: index, dialect: other.dialect, reading: reading, trap: trap)
    }
  }

  private func problem(of entry: DotenvEntry) -> DotenvProblem? {
    let first = document.lineNumber(at: entry.range.lowerBound)
    let last = document.lineNumber(at: max(entry.range.lowerBound, entry.range.upperBound - 1))
    // The lines of one value are few, or one problem is enough to tell.
    return (first...min(last, first + 100)).lazy.compactMap { problems[$0] }.first
  }

  /// What the other reader makes of an entry, or `nil` where that is the same.
  private func reading(of entry: DotenvEntry) -> DialectDifference.Reading? {
    let problem = problem(of: entry)
    if let problem, !problem.isPassedOver { return .refusal }
    // One that takes «export» for a part of the name begins there.
    guard let found = otherEntries[entry.key.lowerBound] ?? otherEntries[entry.range.lowerBound] else {
      return entry.value == nil ? nil : .nothing
    }
    if found.name != entry.name { return .anotherName }
    guard found.value != entry.value else { return nil }
    return found.value == nil ? .nothing : .anotherValue
  }
}
