internal import Decoding
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
  /// The secret as it reads, where it stands encoded in the text.
  let decoded: DecodedSecret?
  /// What spoke for it and against it beside its shape, in words.
  let evidence: [String]
  /// How grave it is when what its rule asks for is not beside it; `nil` when it is, or when nothing is asked for.
  var alone: Severity?
  /// What stands beside it and is reported only with it.
  var components: [Component] = []

  init(
    rule: Rule, match: Range<Int>, secret: Range<Int>, entropy: Double, visiblePrefix: Int,
    confidence: Confidence? = nil, evidence: [String] = [], decoded: DecodedSecret? = nil
  ) {
    self.rule = rule
    self.match = match
    self.secret = secret
    self.entropy = entropy
    self.visiblePrefix = visiblePrefix
    self.confidence = confidence ?? rule.summary.confidence
    self.evidence = evidence
    self.decoded = decoded
  }

  /// The secret's bytes as they read.
  func value(in text: [UInt8]) -> [UInt8] { decoded?.value ?? Array(text[secret]) }

  /// The same in the text that the one it was found in was decoded from.
  func encoded(in text: DecodedText) -> Candidate {
    let value = decoded?.value ?? Array(text.bytes[secret])
    return Candidate(
      rule: rule, match: text.source(of: match), secret: text.source(of: secret), entropy: entropy, visiblePrefix: 0,
      confidence: confidence, evidence: evidence,
      decoded: DecodedSecret(value: value, encodings: [text.encoding] + (decoded?.encodings ?? [])))
  }

  /// A match of a rule that reports nothing itself.
  struct Component {
    let rule: RuleID
    let secret: Range<Int>
  }

  var severity: Severity { alone ?? rule.summary.severity }

  /// How little is known of its kind: a rule that knows its shape says more than one that knows its place, and that more than
  /// a name.
  static func vagueness(of rule: Rule) -> Int {
    guard rule.definition.weighed != nil else { return 0 }
    return rule.pattern == nil ? 2 : 1
  }

  private var vagueness: Int { Candidate.vagueness(of: rule) }

  /// Which of two candidates for overlapping bytes says more: the one whose rule is said to, of a kind that is known, the surer,
  /// the graver, the less encoded, the longer.
  static func outranks(_ left: Candidate, _ right: Candidate) -> Bool {
    let (one, other) = (left.rule.summary, right.rule.summary)
    let (order, otherOrder) = (left.rule.definition.specificity, right.rule.definition.specificity)
    if order != otherOrder { return order > otherOrder }
    if left.vagueness != right.vagueness { return left.vagueness < right.vagueness }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    if left.severity != right.severity { return left.severity > right.severity }
    let depths = (left.decoded?.encodings.count ?? 0, right.decoded?.encodings.count ?? 0)
    if depths.0 != depths.1 { return depths.0 < depths.1 }
    if left.secret.count != right.secret.count { return left.secret.count > right.secret.count }
    if one.id != other.id { return one.id < other.id }
    return left.secret.lowerBound < right.secret.lowerBound
  }
}
