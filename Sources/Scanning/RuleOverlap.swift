internal import Rules
internal import Vocabulary

/// Another rule that finds the same secret in an example of a rule, and which of the two is reported.
struct RuleOverlap: CustomStringConvertible {
  private let other: RuleID
  private let winner: RuleID

  var description: String {
    winner == other
      ? "the rule \(other.name) finds the same secret, and wins"
      : "the rule \(other.name) finds the same secret, and gives way"
  }

  /// Every overlap in one example, except with rules that are less sure, which are there to give way.
  ///
  /// - Parameters:
  ///   - own: what the rule itself finds in it.
  ///   - uses: what all rules find in it.
  ///   - winners: what is reported of it.
  static func all(
    of rule: RuleSummary, own: Set<SecretUse>, _ uses: Set<SecretUse>, winners: ScanResult,
    confidences: [RuleID: Confidence]
  ) -> [RuleOverlap] {
    let secrets = Set(own.map(\.secret))
    let reported = Set(winners.findings.map(\.rule.id))
    let others = Set(uses.filter { $0.rule != rule.id && secrets.contains($0.secret) }.map(\.rule))
    return others.sorted().compactMap { other in
      guard let confidence = confidences[other], confidence >= rule.confidence else { return nil }
      // Of two that find the same secret one is reported; where neither is, a third one is.
      if reported.contains(other) { return RuleOverlap(other: other, winner: other) }
      return reported.contains(rule.id) ? RuleOverlap(other: other, winner: rule.id) : nil
    }
  }
}
