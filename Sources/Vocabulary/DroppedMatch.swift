/// A place where a rule matched and that is no finding, and why.
package struct DroppedMatch: Hashable, Sendable {
  package let rule: RuleID
  package let path: RepositoryPath
  /// From 1.
  package let line: Int
  package let reason: String
  /// What was weighed, in words.
  package let evidence: [String]

  package init(rule: RuleID, path: RepositoryPath, line: Int, reason: String, evidence: [String] = []) {
    self.rule = rule
    self.path = path
    self.line = line
    self.reason = reason
    self.evidence = evidence
  }
}
