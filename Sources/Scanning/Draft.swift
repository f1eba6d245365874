internal import Evidence
internal import Rules
internal import Structure
internal import Vocabulary

/// A match that is being judged; ranges are of the reading.
struct Draft {
  let rule: PreparedRule
  let match: Range<Int>
  let secret: Range<Int>
  let value: [UInt8]
  var dependsOnPath: Bool
  var weighing: Weighing?
  /// What its own bytes say of it.
  var judgement: Judgement?

  init(_ rule: PreparedRule, _ match: Range<Int>, _ secret: Range<Int>, _ text: borrowing RawSpan) {
    self.rule = rule
    self.match = match
    self.secret = secret
    value = text.array(secret)
    dependsOnPath = rule.pathPattern != nil
  }

  /// Bits per byte.
  var entropy: Double { Entropy.shannon(value[...]) }

  /// `nil` when the value is taken for no secret.
  var confidence: Confidence? {
    let own = rule.rule.summary.confidence.weighed(judgement?.standing)
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
    let own = judgement.map { $0.standing == .broken ? "against it: \($0.evidence)" : $0.evidence }
    let weighed = weighing.map { $0.forIt + $0.againstIt.map { "against it: \($0)" } }
    return (weighed ?? []) + (own.map { [$0] } ?? [])
  }
}

extension Confidence {
  /// How sure it is once the structure of a secret was looked at: a proof makes it surer by one step, and what is broken less sure.
  fileprivate func weighed(_ standing: Judgement.Standing?) -> Confidence {
    switch (standing, self) {
    case (.proven, .low), (.broken, .high): .medium
    case (.proven, _): .high
    case (.broken, _): .low
    case (.sound, _), (nil, _): self
    }
  }
}

/// A match that is no finding, and why; the range is of the reading.
struct DroppedCandidate {
  let rule: RuleID
  let secret: Range<Int>
  let reason: String
  let evidence: [String]
}
