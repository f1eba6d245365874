package import Vocabulary

/// What a scan of one blob found, and what it could not judge.
package struct ScanResult: Sendable {
  package var parts: [Part] = []
  package var incidents: [Incident] = []
  /// Matches that are no findings, where the rule set asks for them.
  package var dropped: [DroppedMatch] = []
  /// The texts that were opened inside the blob, and those that the configuration leaves out there.
  package var coverage = Coverage()

  package init() {}

  /// Findings of one reading of the blob, sorted by place, and the text whose lines their regions count.
  package struct Part: Sendable {
    package let text: [UInt8]
    package var findings: [Finding]
    /// What the path of the blob goes on with, for a text that stands in it, such as `!inner/file`.
    package var suffix: [UInt8] = []
  }

  package var findings: [Finding] { parts.flatMap(\.findings) }
}

/// A rule and a secret that it matched, wherever that was.
package struct SecretUse: Hashable, Sendable {
  package let rule: RuleID
  package let secret: Secret
  /// Whether what the rule asks for is not beside it.
  package let isAlone: Bool

  package init(rule: RuleID, secret: Secret, isAlone: Bool = false) {
    self.rule = rule
    self.secret = secret
    self.isAlone = isAlone
  }

  package init(_ finding: Finding) {
    self.init(rule: finding.rule.id, secret: finding.secret, isAlone: finding.isAlone)
  }

  /// The same secret with all that its rule asks for.
  package var accompanied: SecretUse { SecretUse(rule: rule, secret: secret) }
}

extension Finding {
  /// Whether a text holds what earlier ones, which held `known`, did not: the secret, or what completes it.
  package func isNew(after known: Set<SecretUse>) -> Bool {
    !known.contains(SecretUse(self))
      || components.contains { !known.contains(SecretUse(rule: $0.rule, secret: $0.secret)) }
  }
}
