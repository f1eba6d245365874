internal import Vocabulary

/// What a JSON report says about a rule beside its findings, once a rule.
struct ReportedRule: Codable {
  let id: String
  let description: String
  /// How sure the rule is of what it matches; a finding may be more or less so. Absent in older reports.
  let confidence: String?
  /// What the holder of such a secret can do.
  let holder: String?
  let revoke: String?

  private init(_ rule: RuleSummary) {
    id = rule.id.name
    description = rule.description
    confidence = rule.confidence.rawValue
    holder = rule.holder
    revoke = rule.revoke
  }

  /// The rules of all findings, sorted by id.
  static func all(of verdict: Verdict) -> [ReportedRule] {
    var rules: [RuleID: RuleSummary] = [:]
    for finding in verdict.findings + verdict.allowed.map(\.finding) where rules[finding.rule.id] == nil {
      rules[finding.rule.id] = finding.rule
    }
    return rules.values.sorted { $0.id < $1.id }.map(ReportedRule.init)
  }
}
