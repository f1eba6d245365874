import Testing
import Vocabulary

@testable import Reporting

/// Whether what we write is SARIF, asked of the OASIS schema.
@Suite struct SARIFLogTests {
  @Test(arguments: Sample.all.map { ($0, false) } + Sample.withFindings.map { ($0, true) })
  func isValid(sample: Sample, reveals: Bool) throws {
    let answer = try Python.validation("validate_sarif.py", input: sample.report(.sarif, reveals: reveals))
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test func isValidWithEveryRuleFieldEmpty() throws {
    let full = Sample.finding(Sample.randomSecret(), path: "a b/ü.txt")
    let rule = RuleSummary(id: "bare", title: "Bare", description: "", severity: .low, confidence: .low)
    let bare = Finding(
      rule: rule, secret: full.secret, provenance: Provenance(path: full.provenance.path), region: full.region,
      excerpt: full.excerpt, fingerprint: full.fingerprint, entropy: 0, evidence: [])
    let report = SARIFReporter(.sample()).report(Verdict(findings: [bare]))
    let answer = try Python.validation("validate_sarif.py", input: report)
    #expect(answer.status == 0, "\(answer.output)")
  }

  /// The validator sees what is wrong: a number for a level, a URI that is none, a property that the standard does not know.
  @Test(arguments: [
    ("\"level\" : \"error\"", "\"level\" : \"loud\""), ("\"uri\" : \"config/app.yaml\"", "\"uri\" : \"a b\""),
    ("\"ruleIndex\"", "\"ruleNumber\""), ("\"version\" : \"2.1.0\"", "\"version\" : \"2.2\""),
  ])
  func isNotValidWhenBroken(right: String, wrong: String) throws {
    let report = Sample.plain.report(.sarif)
    let broken = report.replacing(right, with: wrong)
    #expect(broken != report)
    #expect(try Python.validation("validate_sarif.py", input: broken).status == 1)
  }
}
