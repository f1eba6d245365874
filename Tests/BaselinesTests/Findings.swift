import Baselines
import Suppression
import Vocabulary

/// A finding of a secret that nobody can guess, made of nothing that looks like one.
func finding(
  _ value: String = "one", path: String = "a.txt", line: Int = 1, rule: String = "rule-a",
  confidence: Confidence = .high, entropy: Double = 8
) -> Finding {
  let secret = Secret(Array("made up \(value)".utf8))
  return Finding(
    rule: RuleSummary(id: RuleID(rule), title: rule, description: "", severity: .high, confidence: confidence),
    secret: secret, provenance: Provenance(path: RepositoryPath(path)),
    region: TextRegion(startLine: line, startColumn: 1, endLine: line, endColumn: 2),
    excerpt: Excerpt(line: line, pieces: []), fingerprint: Fingerprint(rule: RuleID(rule), secret: secret),
    entropy: entropy, evidence: [])
}

/// A baseline's text with these lines below its head; `SALT` is a salt.
func baselineText(_ lines: [String], end: String = "\n") -> [UInt8] {
  Array(
    (["stanch-baseline 1", "salt " + String(repeating: "0a", count: 16)] + lines + [""]).joined(separator: end).utf8)
}

func baseline(_ lines: String...) throws -> Baseline { try Baseline(baselineText(lines), file: "base") }

/// A line for a finding, with what a person wrote behind it.
func line(_ finding: Finding, path: String? = nil, _ rest: String = "") -> String {
  "\(finding.fingerprint) \(finding.rule.id) \(path ?? finding.provenance.path.description)\(rest.isEmpty ? "" : " " + rest)"
}

let today = CalendarDate("2026-06-15") ?? .today()
