import Testing

@testable import Vocabulary

@Suite struct FindingTests {
  private func finding(_ path: String, line: Int, column: Int = 1, rule: RuleID = "rule") -> Finding {
    let secret = Secret(Array("value".utf8))
    return Finding(
      rule: RuleSummary(id: rule, title: "", description: "", severity: .low, confidence: .low), secret: secret,
      provenance: Provenance(path: RepositoryPath(path)),
      region: TextRegion(startLine: line, startColumn: column, endLine: line, endColumn: column + 5),
      excerpt: Excerpt(line: line, pieces: []), fingerprint: Fingerprint(rule: rule, secret: secret), entropy: 0,
      evidence: [])
  }

  @Test func sortsByPathPlaceAndRule() {
    let ordered = [
      finding("a", line: 9), finding("b", line: 2), finding("b", line: 10), finding("b", line: 10, column: 2),
      finding("b", line: 10, column: 2, rule: "sule"),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }

  /// Breaks when messages, which share one path, come in another order in each run.
  @Test func sortsMessagesByTheirPlaceInTheHistory() {
    let ordered = [1, 5, 20].map { order in
      var finding = finding("COMMIT_EDITMSG", line: 1)
      finding.trace = Trace(paths: [], isInHead: nil, references: [], reach: .reference, order: order)
      return finding
    }
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test func printsNoSecret() {
    #expect(!"\(finding("a", line: 1))".contains("value"))
  }
}
