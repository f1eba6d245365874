internal import Rules
internal import Vocabulary

/// Another rule that finds the same secret in an example of a rule, where nobody said which of the two is to speak.
struct RuleOverlap: CustomStringConvertible {
  private let other: RuleID
  private let wins: Bool

  var description: String {
    wins
      ? "the rule \(other.name) finds the same secret, and wins: give the one that is meant a higher specificity"
      : "the rule \(other.name) finds the same secret, as surely, and gives way by chance: give one a higher specificity"
  }

  /// What is left to decide, for a rule and others that find the same secret, of which some are reported.
  static func all(of rule: Rule, with others: [Rule], reported: Set<RuleID>) -> [RuleOverlap] {
    others.sorted { $0.summary.id < $1.summary.id }.compactMap { other in
      let id = other.summary.id
      // Of two that find the same secret one is reported; where neither is, a third one is.
      if reported.contains(id) { return isSaid(other, over: rule) ? nil : RuleOverlap(other: id, wins: true) }
      guard reported.contains(rule.summary.id), !isMeant(rule, over: other) else { return nil }
      return RuleOverlap(other: id, wins: false)
    }
  }

  private static func isSaid(_ rule: Rule, over other: Rule) -> Bool {
    rule.definition.specificity > other.definition.specificity
  }

  /// Whether a rule wins by more than severity, length or name: it is said to, knows more of its kind, or is surer.
  private static func isMeant(_ rule: Rule, over other: Rule) -> Bool {
    let (vagueness, otherVagueness) = (Candidate.vagueness(of: rule), Candidate.vagueness(of: other))
    if isSaid(rule, over: other) || vagueness < otherVagueness { return true }
    return vagueness == otherVagueness && rule.summary.confidence > other.summary.confidence
  }
}
