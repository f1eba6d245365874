/// What a report says about the rule behind a finding.
package struct RuleSummary: Hashable, Sendable {
  package let id: RuleID
  package let title: String
  package let description: String
  package let severity: Severity
  package let confidence: Confidence
  /// What the holder of such a secret can do; completes the sentence «Whoever holds it …».
  package let holder: String?
  /// How to revoke such a secret.
  package let revoke: String?

  package init(
    id: RuleID, title: String, description: String, severity: Severity, confidence: Confidence,
    holder: String? = nil, revoke: String? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.severity = severity
    self.confidence = confidence
    self.holder = holder
    self.revoke = revoke
  }

  /// The same rule in other words.
  package func with(description: String) -> RuleSummary {
    RuleSummary(
      id: id, title: title, description: description, severity: severity, confidence: confidence, holder: holder,
      revoke: revoke)
  }

  /// The same rule where its match is graver or less grave than usual.
  package func with(severity: Severity) -> RuleSummary {
    RuleSummary(
      id: id, title: title, description: description, severity: severity, confidence: confidence, holder: holder,
      revoke: revoke)
  }
}
