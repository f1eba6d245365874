/// Holds a document against the same file as another dialect reads it.
struct DialectComparison {
  private let document: DotenvDocument
  private let other: DotenvDocument
  private let otherEntries: [Int: DotenvEntry]
  /// What the other reader refuses or passes over, by the line that it is on.
  private let problems: [Int: DotenvProblem]

  /// The names that have a value somewhere in the document.
  private let valued: Set<[UInt8]>

  init(_ document: DotenvDocument, with dialect: DotenvDialect) {
    self.document = document
    other = DotenvDocument(document.bytes, file: document.file, dialect: dialect, environment: document.environment)
    valued = Set(document.entries.filter { $0.value != nil }.map(\.name))
    otherEntries = Dictionary(other.entries.map { ($0.key.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    problems = Dictionary(
      other.problems.map { (document.lineNumber(at: $0.offset), $0) }, uniquingKeysWith: { first, _ in first })
  }

  var differences: [DialectDifference] {
    let found = document.entries.indices.compactMap(difference)
    return found + additions(besides: Set(found.map(\.line)))
  }

  private func difference(at index: Int) -> DialectDifference? {
    let entry = document.entries[index]
    guard let reading = reading(of: entry) else { return nil }
    let trap = DialectTrap(TrapEvidence(entry, in: document), for: other.dialect, problem: problem(of: entry))
    return DialectDifference(line: entry.line, entry: index, dialect: other.dialect, reading: reading, trap: trap)
  }

  /// What the other reader sets on lines where the document's dialect sets nothing; once for each line.
  private func additions(besides lines: Set<Int>) -> [DialectDifference] {
    var (told, line) = (lines, 0)
    let starts = Set(document.entries.flatMap { [$0.key.lowerBound, $0.range.lowerBound] })
    return other.entries.compactMap { entry in
      while line + 1 < document.lines.count, document.lines[line].range.upperBound <= entry.key.lowerBound { line += 1 }
      guard effect(of: entry.outcome, on: entry.name) != .nothing, !starts.contains(entry.key.lowerBound),
        told.insert(line).inserted
      else { return nil }
      return DialectDifference(
        line: line, entry: nil, dialect: other.dialect, reading: .anotherEntry, trap: .addition)
    }
  }

  private func problem(of entry: DotenvEntry) -> DotenvProblem? {
    let first = document.lineNumber(at: entry.range.lowerBound)
    let last = document.lineNumber(at: max(entry.range.lowerBound, entry.range.upperBound - 1))
    // The lines of one value are few, or one problem is enough to tell.
    return (first...min(last, first + 100)).lazy.compactMap { problems[$0] }.first
  }

  /// To take a value away is nothing where the name has none.
  private func effect(of outcome: Outcome, on name: [UInt8]) -> Outcome {
    outcome == .unset && !valued.contains(name) ? .nothing : outcome
  }

  /// What the other reader makes of an entry, or `nil` where that is the same.
  private func reading(of entry: DotenvEntry) -> DialectDifference.Reading? {
    let problem = problem(of: entry)
    if let problem, !problem.isPassedOver { return .refusal }
    // One that takes «export» for a part of the name begins there.
    let found = otherEntries[entry.key.lowerBound] ?? otherEntries[entry.range.lowerBound]
    let effect = effect(of: entry.outcome, on: entry.name)
    let otherEffect = found.map { self.effect(of: $0.outcome, on: entry.name) } ?? .nothing
    if let found, found.name != entry.name { return .anotherName }
    guard otherEffect != effect else { return nil }
    if case .value = otherEffect { return .anotherValue }
    return otherEffect == .nothing && effect == .unset ? .anotherValue : .nothing
  }
}
