import Testing
import Vocabulary

@testable import Reporting

@Suite struct SentencesTests {
  @Test func ofAFinding() {
    let finding = Sample.finding(Sample.randomSecret(), path: "a/b.c")
    #expect(finding.place == "a/b.c:7:10")
    #expect(finding.sentence == "Title of example-token: matches the shape of example-token; entropy 4.23.")
  }

  @Test func ofAFindingWithoutEvidence() {
    let with = Sample.finding(Sample.randomSecret(), path: "a")
    let without = Finding(
      rule: with.rule, secret: with.secret, provenance: with.provenance, region: with.region, excerpt: with.excerpt,
      fingerprint: with.fingerprint, entropy: 0, evidence: [])
    #expect(without.sentence == "Title of example-token.")
  }

  @Test func ofAnIncident() {
    let incident = Sample.incomplete.verdict.incidents[0]
    #expect(incident.sentence == "assets/film.bin was not looked at: larger than the limit")
  }

  @Test(arguments: [
    (Coverage(), "0 texts of 0 bytes looked at"),
    (Coverage(blobs: 1, bytes: 5), "1 text of 5 bytes looked at"),
    (
      Coverage(blobs: 2, bytes: 5, submodules: 1, excluded: 3),
      "2 texts of 5 bytes looked at, 3 left out by the configuration, 1 submodule not entered"
    ),
  ])
  func ofCoverage(coverage: Coverage, sentence: String) {
    #expect(coverage.sentence == sentence)
  }
}
