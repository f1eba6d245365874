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

  /// The same in a text that stands at another path.
  package func moved(to path: RepositoryPath) -> DroppedMatch {
    DroppedMatch(rule: rule, path: path, line: line, reason: reason, evidence: evidence)
  }

  /// The same in the message of a commit or tag, which all have one path.
  package func ofMessage(_ id: ObjectID) -> DroppedMatch { moved(to: RepositoryPath("\(path) (\(id))")) }
}
