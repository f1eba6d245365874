import Testing
import Vocabulary

@testable import Reporting

@Suite struct ReportedVerdictTests {
  private let secret = Sample.randomSecret()

  @Test func saysWhereAFindingIs() {
    let finding = ReportedFinding(Sample.finding(secret, path: "a/b.c"), reveals: false)
    #expect(finding.path == "a/b.c")
    #expect([finding.startLine, finding.startColumn, finding.endLine, finding.endColumn] == [7, 10, 7, 50])
    #expect(finding.blob == String(repeating: "ab", count: 20))
    #expect(finding.line == "token = \"ghp_********\"")
  }

  @Test func roundsEntropyToHundredths() {
    #expect(ReportedFinding(Sample.finding(secret, path: "a"), reveals: false).entropy == 4.23)
  }

  @Test func holdsTheSecretOnlyWhenRevealed() {
    let finding = Sample.finding(secret, path: "a")
    #expect(ReportedFinding(finding, reveals: false).secret == nil)
    #expect(ReportedFinding(finding, reveals: true).secret == secret)
    #expect(ReportedFinding(finding, reveals: true).line == "token = \"\(secret)\"")
  }

  @Test(arguments: [(Sample.clean, true), (.plain, true), (.incomplete, false), (.tolerated, true), (.hostile, false)])
  func saysWhetherItIsComplete(sample: Sample, complete: Bool) {
    #expect(ReportedVerdict(sample.verdict, .sample()).complete == complete)
  }

  @Test func marksToleratedIncidents() {
    #expect(ReportedVerdict(Sample.tolerated.verdict, .sample()).incidents.map(\.tolerated) == [true])
    #expect(ReportedVerdict(Sample.incomplete.verdict, .sample()).incidents.map(\.tolerated) == [false])
  }

  @Test func copiesTheCoverage() {
    let coverage = ReportedVerdict(Sample.plain.verdict, .sample()).coverage
    #expect([coverage.blobs, coverage.bytes, coverage.submodules, coverage.excluded] == [12, 3456, 1, 2])
  }
}
