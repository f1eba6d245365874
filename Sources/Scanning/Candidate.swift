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
  /// How sure it is that this is a secret, all evidence weighed.
  let confidence: Confidence
  /// What spoke for it and against it beside its shape, in words.
  let evidence: [String]
  /// How grave it is when what its rule asks for is not beside it; `nil` when it is, or when nothing is asked for.
  var alone: Severity?
  /// What stands beside it and is reported only with it.
  var components: [Component] = []

  init(
    rule: Rule, match: Range<Int>, secret: Range<Int>, entropy: Double, visiblePrefix: Int,
    confidence: Confidence? = nil, evidence: [String] = []
  ) {
    self.rule = rule
    self.match = match
    self.secret = secret
    self.entropy = entropy
    self.visiblePrefix = visiblePrefix
    self.confidence = confidence ?? rule.summary.confidence
    self.evidence = evidence
  }

  /// A match of a rule that reports nothing itself.
  struct Component {
    let rule: RuleID
    let secret: Range<Int>
  }

  var severity: Severity { alone ?? rule.summary.severity }

  /// Whether only its name told that it is a secret; a rule that knows its kind says more.
  private var isGeneric: Bool { rule.definition.weighed != nil && rule.pattern == nil }

  /// Which of two candidates for overlapping bytes says more: the one whose rule is said to, of a kind that is known, the surer,
  /// the graver, the longer.
  static func outranks(_ left: Candidate, _ right: Candidate) -> Bool {
    let (one, other) = (left.rule.summary, right.rule.summary)
    let (order, otherOrder) = (left.rule.definition.specificity, right.rule.definition.specificity)
    if order != otherOrder { return order > otherOrder }
    if left.isGeneric != right.isGeneric { return right.isGeneric }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    if left.severity != right.severity { return left.severity > right.severity }
    if left.secret.count != right.secret.count { return left.secret.count > right.secret.count }
    if one.id != other.id { return one.id < other.id }
    return left.secret.lowerBound < right.secret.lowerBound
  }
}
