internal import Evidence
internal import Rules
internal import Vocabulary

/// A match that is being judged; ranges are of the reading.
struct Draft {
  let rule: PreparedRule
  let match: Range<Int>
  let secret: Range<Int>
  let value: [UInt8]
  let entropy: Double
  var dependsOnPath: Bool
  var weighing: Weighing?

  init(_ rule: PreparedRule, _ match: Range<Int>, _ secret: Range<Int>, _ text: borrowing RawSpan) {
    self.rule = rule
    self.match = match
    self.secret = secret
    value = text.array(secret)
    entropy = Entropy.shannon(value[...])
    dependsOnPath = rule.pathPattern != nil
  }

  /// `nil` when the value is taken for no secret.
  var confidence: Confidence? {
    let own = rule.rule.summary.confidence
    guard let weighing else { return own }
    guard let weighed = weighing.confidence else { return nil }
    // An expression that says where the value stands is surer than a name, and no value is surer than its place.
    return rule.pattern == nil ? weighed : min(own, weighed)
  }

  func candidate(visiblePrefix: Int) -> Candidate {
    Candidate(
      rule: rule.rule, match: match, secret: secret, entropy: entropy, visiblePrefix: visiblePrefix,
      confidence: confidence, evidence: evidence)
  }

  func dropped(because reason: String) -> DroppedCandidate {
    DroppedCandidate(rule: rule.rule.summary.id, secret: secret, reason: reason, evidence: evidence)
  }

  private var evidence: [String] {
    guard let weighing else { return [] }
    return weighing.forIt + weighing.againstIt.map { "against it: \($0)" }
  }
}

/// A match that is no finding, and why; the range is of the reading.
struct DroppedCandidate {
  let rule: RuleID
  let secret: Range<Int>
  let reason: String
  let evidence: [String]
}
