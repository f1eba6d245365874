import Vocabulary

/// A finding at a place, made of nothing that looks like a secret.
func finding(
  path: String = "a.txt", rule: String = "rule-a", lines: ClosedRange<Int> = 1...1, of commit: ObjectID? = nil
) -> Finding {
  let secret = Secret(Array("made up \(path) \(lines)".utf8))
  return Finding(
    rule: RuleSummary(id: RuleID(rule), title: rule, description: "", severity: .high, confidence: .high),
    secret: secret,
    provenance: Provenance(
      path: RepositoryPath(path),
      origin: commit.map { Origin(id: $0, author: "", time: GitTime(seconds: 0, zone: 0)) }),
    region: TextRegion(startLine: lines.lowerBound, startColumn: 1, endLine: lines.upperBound, endColumn: 2),
    excerpt: Excerpt(line: lines.lowerBound, pieces: []), fingerprint: Fingerprint(rule: RuleID(rule), secret: secret),
    entropy: 1, evidence: [])
}
