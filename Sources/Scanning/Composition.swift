internal import Rules
internal import Vocabulary

/// Which candidates of one text may be reported, and as what: a rule may ask for another's match beside its own.
///
/// It is asked about all candidates of a text at once, those that will give way to surer ones too.
struct Composition {
  /// The candidates as they stand beside each other.
  private(set) var candidates: [Candidate]
  /// The places of those that may be reported, in the order of the list.
  private(set) var reportable: [Int] = []
  /// Whether something would be another thing at some paths.
  private(set) var dependsOnPath = false

  private let places: [RuleID: [Int]]
  private let positions: TextPositions

  /// - Parameter text: what the candidates' ranges are of.
  init(_ candidates: [Candidate], in text: borrowing RawSpan) {
    self.candidates = candidates
    let asked = Set(candidates.lazy.flatMap(\.rule.definition.companions).flatMap(\.rules))
    guard !asked.isEmpty || candidates.contains(where: \.rule.definition.isComponent) else {
      places = [:]
      positions = TextPositions(of: [], in: text)
      reportable = Array(candidates.indices)
      return
    }
    var places: [RuleID: [Int]] = [:]
    var offsets: Set<Int> = []
    for (place, candidate) in candidates.enumerated() {
      let isAsked = asked.contains(candidate.rule.summary.id)
      if isAsked { places[candidate.rule.summary.id, default: []].append(place) }
      if isAsked || !candidate.rule.definition.companions.isEmpty { offsets.insert(candidate.match.lowerBound) }
    }
    self.places = places
    positions = TextPositions(of: offsets, in: text)
    for place in candidates.indices where isReportable(place) { reportable.append(place) }
  }

  /// Notes what stands beside a candidate, or how grave it is by itself.
  private mutating func isReportable(_ place: Int) -> Bool {
    let definition = candidates[place].rule.definition
    guard !definition.isComponent else { return false }
    var alone: Severity?
    for companion in definition.companions {
      let beside = companions(of: place, companion)
      candidates[place].components += beside.filter { candidates[$0].rule.definition.isComponent }.map {
        Candidate.Component(rule: candidates[$0].rule.summary.id, secret: candidates[$0].secret)
      }
      guard beside.isEmpty else { continue }
      if companion.isAboutPath {
        dependsOnPath = true
        continue
      }
      guard let severity = companion.alone else { return false }
      alone = alone.map { min($0, severity) } ?? severity
    }
    candidates[place].alone = alone
    return true
  }

  private func companions(of place: Int, _ companion: Companion) -> [Int] {
    companion.rules.flatMap { places[$0] ?? [] }.filter { other in
      other != place && isNear(candidates[place], candidates[other], companion)
    }
  }

  private func isNear(_ candidate: Candidate, _ other: Candidate, _ companion: Companion) -> Bool {
    let (position, otherPosition) = (positions[candidate.match.lowerBound], positions[other.match.lowerBound])
    if let lines = companion.lines, !lines.contains(otherPosition.line - position.line) { return false }
    if let columns = companion.columns, !columns.contains(otherPosition.column - position.column) { return false }
    return true
  }
}
