import Testing
import Vocabulary

@testable import Reporting

@Suite struct GitHubReporterTests {
  private func lines(_ sample: Sample) -> [Substring] {
    sample.report(.github).split(separator: "\n")
  }

  @Test func writesACommandAFinding() {
    let expected =
      "::error file=config/app.yaml,line=7,endLine=7,col=10,endColumn=50,title=Title of example-token (example-token)::"
      + "Title of example-token: matches the shape of example-token; entropy 4.23.%0A"
      + "token = \"ghp_********\"%0Afingerprint: \(Sample.plain.verdict.findings[0].fingerprint)"
    #expect(lines(.plain)[0] == expected)
  }

  @Test(arguments: [(Severity.low, "notice"), (.medium, "warning"), (.high, "error"), (.critical, "error")])
  func levelsFollowSeverity(severity: Severity, level: String) {
    let finding = Sample.finding(Sample.randomSecret(), path: "a", rule: Sample.rule("r", severity))
    #expect(GitHubReporter(.sample()).report(Verdict(findings: [finding])).hasPrefix("::\(level) file=a,"))
  }

  @Test func leavesColumnsOutWhereLinesDiffer() {
    let one = Sample.finding(Sample.randomSecret(), path: "a")
    let two = Finding(
      rule: one.rule, secret: one.secret, provenance: one.provenance,
      region: TextRegion(startLine: 3, startColumn: 9, endLine: 5, endColumn: 2), excerpt: one.excerpt,
      fingerprint: one.fingerprint, entropy: 4, evidence: [])
    let report = GitHubReporter(.sample()).report(Verdict(findings: [two]))
    #expect(report.hasPrefix("::error file=a,line=3,endLine=5,title="))
  }

  @Test func putsIncidentsFirst() {
    #expect(lines(.hostile)[0].hasPrefix("::error title=stanch%3A not looked at (unreadable)::"))
  }

  @Test func warnsOfToleratedIncidents() {
    #expect(lines(.incomplete)[0].hasPrefix("::error title"))
    #expect(lines(.tolerated)[0].hasPrefix("::warning title"))
    #expect(lines(.incomplete)[0].hasSuffix("larger than the limit%0Ahint: raise the limit"))
  }

  @Test(arguments: Sample.all)
  func letsNobodyElseWriteCommands(sample: Sample) {
    let lines = lines(sample)
    let interruptions = sample.verdict.isInterrupted ? 1 : 0
    #expect(lines.count == sample.verdict.findings.count + sample.verdict.incidents.count + interruptions)
    for line in lines {
      #expect(line.contains(/^::(error|warning|notice) [a-zA-Z]+=[^:]*::/))
    }
  }
}
