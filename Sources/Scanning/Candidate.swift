internal import Rules
internal import Vocabulary

/// A place where a rule matched and its own conditions hold; ranges are of the reading.
struct Candidate {
  let rule: Rule
  let match: Range<Int>
  let secret: Range<Int>
  let entropy: Double
  /// How many first bytes of the secret are the public prefix of its kind.
  let visiblePrefix: Int

  /// Which of two candidates for overlapping bytes says more: the surer, the graver, the longer.
  static func outranks(_ left: Candidate, _ right: Candidate) -> Bool {
    let (one, other) = (left.rule.summary, right.rule.summary)
    if one.confidence != other.confidence { return one.confidence > other.confidence }
    if one.severity != other.severity { return one.severity > other.severity }
    if left.secret.count != right.secret.count { return left.secret.count > right.secret.count }
    if one.id != other.id { return one.id < other.id }
    return left.secret.lowerBound < right.secret.lowerBound
  }
}
