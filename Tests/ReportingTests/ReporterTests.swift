import Foundation
import Testing
import Vocabulary

@testable import Reporting

/// What holds for every format.
@Suite struct ReporterTests {
  /// GitLab keeps what it is given, so its report reveals nothing.
  static let revealing = ReportFormat.allCases.filter { $0 != .gitlab }
  /// Text leaves incidents and coverage to the prose on standard error.
  static let selfContained = ReportFormat.allCases.filter { $0 != .text }

  @Test(arguments: ReportFormat.allCases, Sample.withFindings)
  func showsNoSecretUnlessAsked(format: ReportFormat, sample: Sample) {
    let report = sample.report(format)
    #expect(!report.isEmpty)
    let hidden = Array(sample.hiddenPart)
    for start in 0...(hidden.count - 8) {
      let part = String(hidden[start..<start + 8])
      #expect(!report.contains(part), "eight letters of the secret are in the report")
    }
  }

  @Test(arguments: revealing, Sample.withFindings)
  func showsTheSecretWhenAsked(format: ReportFormat, sample: Sample) {
    #expect(sample.report(format, reveals: true).contains(sample.secret))
  }

  @Test(arguments: ReportFormat.allCases)
  func hidesTheOtherSecretsOfALine(format: ReportFormat) {
    let (own, other) = (Sample.randomSecret(), Sample.randomSecret())
    let plain = Sample.finding(own, path: "both.txt")
    let excerpt = Excerpt(
      line: 7,
      pieces: [
        .secret(Secret(Array(other.utf8)), visible: 4, isSubject: false),
        .secret(plain.secret, visible: 4, isSubject: true),
      ])
    let finding = Finding(
      rule: plain.rule, secret: plain.secret, provenance: plain.provenance, region: plain.region, excerpt: excerpt,
      fingerprint: plain.fingerprint, entropy: 4, evidence: [])
    let report = format.reporter(.sample()).report(Verdict(findings: [finding]))
    #expect(!report.contains(own.dropFirst(4)))
    #expect(!report.contains(other.dropFirst(4)))
  }

  @Test(arguments: ReportFormat.allCases, Sample.all)
  func obeysNoTerminalTricks(format: ReportFormat, sample: Sample) {
    for scalar in sample.report(format).unicodeScalars where TerminalText.isUnsafe(scalar) {
      let lineEnds: [Unicode.Scalar] = format == .csv ? ["\r", "\n"] : ["\n"]
      #expect(lineEnds.contains(scalar), "U+\(String(scalar.value, radix: 16)) in \(format)")
    }
  }

  @Test(arguments: ReportFormat.allCases, Sample.all)
  func endsInALineEndUnlessEmpty(format: ReportFormat, sample: Sample) {
    let report = sample.report(format)
    #expect(report.isEmpty || report.unicodeScalars.last == "\n")
  }

  @Test(arguments: ReportFormat.allCases, Sample.withFindings)
  func saysWhereAndWhat(format: ReportFormat, sample: Sample) {
    let report = sample.report(format)
    #expect(report.contains("medium-rule") || report.contains("example-token"))
    #expect(format == .text || report.contains(sample.verdict.findings[0].fingerprint.hex))
  }

  @Test(arguments: selfContained, [Sample.incomplete, Sample.tolerated])
  func saysWhatWasNotLookedAt(format: ReportFormat, sample: Sample) {
    let report = sample.report(format)
    #expect(report.contains("assets/film.bin"))
    #expect(report.contains("larger than the limit"))
    #expect(report.contains("oversize") || format == .gitlab)
  }

  @Test(arguments: selfContained)
  func neverLooksCleanWhenIncomplete(format: ReportFormat) {
    var complete = Sample.incomplete.verdict
    complete.incidents = []
    let clean = format.reporter(.sample()).report(complete)
    let incomplete = Sample.incomplete.report(format)
    #expect(incomplete != clean)
    #expect(incomplete != Sample.tolerated.report(format))
  }

  @Test(arguments: ReportFormat.allCases)
  func ofAnEmptyVerdictHasNoFindings(format: ReportFormat) {
    let report = Sample.clean.report(format)
    #expect(!report.contains("fingerprint:"))
    #expect(![.text, .github].contains(format) || report.isEmpty)
  }

  @Test(arguments: ReportFormat.allCases)
  func isTheSameForTheSameVerdict(format: ReportFormat) {
    let options = ReportOptions.sample()
    let verdict = Sample.hostile.verdict
    #expect(format.reporter(options).report(verdict) == format.reporter(options).report(verdict))
  }

  @Test func hasOneReporterAFormat() {
    let names = ReportFormat.allCases.map { "\(type(of: $0.reporter(.sample())))" }
    #expect(Set(names).count == ReportFormat.allCases.count)
  }

  @Test func aScanNeverEndsBeforeItBegan() {
    let options = ReportOptions(
      reveals: false, style: Style(usesColor: false), version: "1", started: .distantFuture, finished: .distantPast)
    #expect(options.started == .distantPast)
  }
}
