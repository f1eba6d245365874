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

  /// Which of two is reported, for a rule and others that find the same secret.
  static func all(of rule: RuleID, with others: Set<RuleID>, reported: Set<RuleID>) -> [RuleOverlap] {
    others.sorted().compactMap { other in
      // Of two that find the same secret one is reported; where neither is, a third one is.
      if reported.contains(other) { return RuleOverlap(other: other, winner: other) }
      return reported.contains(rule) ? RuleOverlap(other: other, winner: rule) : nil
    }
  }
}
