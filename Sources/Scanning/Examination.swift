internal import Vocabulary

/// What was found in a reading, and what was not known in the end.
struct Examination {
  var candidates: [(candidate: Candidate, dependsOnPath: Bool)] = []
  var dropped: [DroppedCandidate] = []
  /// Why something was not looked at to its end, each once.
  var complaints: Set<String> = []

  /// Whether nothing was found, and everything known.
  var isEmpty: Bool { candidates.isEmpty && complaints.isEmpty }

  /// Takes what was found elsewhere; what was dropped there is nowhere in the reading.
  mutating func add(_ other: Examination) {
    candidates += other.candidates
    complaints.formUnion(other.complaints)
  }

  func incidents(about path: RepositoryPath) -> [Incident] {
    complaints.sorted().map { Incident(complaint: $0, about: path.description) }
  }

  /// The matches that are no findings and that none covers, by line.
  func dropped(in reading: Reading, of blob: Blob) -> [DroppedMatch] {
    guard !dropped.isEmpty else { return [] }
    let text = reading.encoding == .wideRuns ? blob.bytes : reading.bytes
    let lines = LineIndex(text)
    let told = dropped.filter { match in !candidates.contains { $0.candidate.secret.overlaps(match.secret) } }
    return told.map { match in
      let start = reading.sourceOffset(of: match.secret.lowerBound) ?? match.secret.lowerBound
      return DroppedMatch(
        rule: match.rule, path: blob.provenance.path,
        line: lines.region(of: start..<start, in: text).startLine, reason: match.reason, evidence: match.evidence)
    }.sorted { ($0.line, $0.rule.name) < ($1.line, $1.rule.name) }
  }
}
