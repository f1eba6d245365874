/// One secret at one place.
package struct Finding: Hashable, Sendable {
  package let rule: RuleSummary
  /// How sure it is that this is a secret: what the rule says of its kind, and what spoke for and against this one.
  package let confidence: Confidence
  package let secret: Secret
  package var provenance: Provenance
  package let region: TextRegion
  package let excerpt: Excerpt
  package let fingerprint: Fingerprint
  /// Shannon entropy of the secret in bits per byte.
  package let entropy: Double
  /// What spoke for it, in words: «matches the shape …», «entropy 4.2 …».
  package let evidence: [String]
  /// How many places of this report hold the same secret under the same rule.
  package var occurrences: Int
  /// Where else in the history it is, when a history was scanned.
  package var trace: Trace?
  /// Whether what its rule asks for is not beside it, so that it is less grave.
  package var isAlone = false
  /// The lines of all that the rule matched, where that is more than the secret.
  package var matchLines: ClosedRange<Int>?
  /// What stands beside it, completes it, and is not reported by itself.
  package var components: [Component] = []

  package struct Component: Hashable, Sendable {
    package let rule: RuleID
    package let secret: Secret

    package init(rule: RuleID, secret: Secret) {
      self.rule = rule
      self.secret = secret
    }
  }

  package init(
    rule: RuleSummary, secret: Secret, provenance: Provenance, region: TextRegion, excerpt: Excerpt,
    fingerprint: Fingerprint, entropy: Double, evidence: [String], confidence: Confidence? = nil, occurrences: Int = 1,
    trace: Trace? = nil
  ) {
    self.rule = rule
    self.confidence = confidence ?? rule.confidence
    self.secret = secret
    self.provenance = provenance
    self.region = region
    self.excerpt = excerpt
    self.fingerprint = fingerprint
    self.entropy = entropy
    self.evidence = evidence
    self.occurrences = occurrences
    self.trace = trace
  }
}

extension Finding {
  /// The lines on which a remark is about it.
  package var lines: ClosedRange<Int> { matchLines ?? region.startLine...max(region.startLine, region.endLine) }
}

extension Finding: Comparable {
  /// By path, place and rule: the order of every report. Messages share one path, so their place in the history follows.
  package static func < (left: Finding, right: Finding) -> Bool {
    if left.provenance.path != right.provenance.path { return left.provenance.path < right.provenance.path }
    if left.region != right.region { return left.region < right.region }
    if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
    if left.order != right.order { return left.order < right.order }
    return left.fingerprint < right.fingerprint
  }

  private var order: Int { trace?.order ?? 0 }
}
