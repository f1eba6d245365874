internal import Suppression
internal import Vocabulary

/// What a worker brings back from a walk. Everything carries its place in the list of work, so that what several workers
/// bring can be put in one order.
struct WalkYield: Sendable {
  var coverage = Coverage()
  private var judgements: [(place: Int, judgements: [Suppression.Judgement])] = []
  private var dropped: [(place: Int, dropped: [DroppedMatch])] = []
  private var incidents: [(place: Int, incidents: [Incident])] = []

  mutating func add(_ judgements: [Suppression.Judgement], at place: Int) {
    self.judgements.append((place, judgements))
  }

  mutating func add(_ incidents: [Incident], at place: Int) {
    if !incidents.isEmpty { self.incidents.append((place, incidents)) }
  }

  mutating func add(_ dropped: [DroppedMatch], at place: Int) {
    if !dropped.isEmpty { self.dropped.append((place, dropped)) }
  }

  /// The verdict on everything that workers brought, the same however the work was divided.
  static func verdict(_ yields: [WalkYield]) -> Verdict {
    var verdict = Verdict()
    for yield in yields { verdict.coverage.add(yield.coverage) }
    verdict.incidents = yields.flatMap(\.incidents).sorted { $0.place < $1.place }.flatMap(\.incidents)
    verdict.dropped = yields.flatMap(\.dropped).sorted { $0.place < $1.place }.flatMap(\.dropped)
    verdict.take(yields.flatMap(\.judgements).sorted { $0.place < $1.place }.flatMap(\.judgements))
    return verdict
  }
}

extension Coverage {
  mutating func add(_ other: Coverage) {
    blobs += other.blobs
    bytes += other.bytes
    submodules += other.submodules
    excluded += other.excluded
    messages += other.messages
  }
}
