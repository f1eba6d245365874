import Testing
import Vocabulary

@testable import Reporting

@Suite struct ReportTests {
  private func read(_ json: String) throws(ReportError) -> Report { try Report(json: Array(json.utf8)) }

  /// Breaks when a report loses anything that some other format shows.
  @Test(arguments: ReportFormat.allCases, Sample.all)
  func saysTheSameInEveryFormat(format: ReportFormat, sample: Sample) throws {
    let options = ReportOptions.sample()
    let again = try read(JSONReporter(options).report(sample.verdict)).verdict
    #expect(format.reporter(options).report(again) == format.reporter(options).report(sample.verdict))
  }

  /// Breaks when secrets that a report reveals are lost, or a report that reveals them forces its readers to.
  @Test(arguments: ReportFormat.allCases, Sample.withFindings)
  func revealsWhatItsReportReveals(format: ReportFormat, sample: Sample) throws {
    let (open, masked) = (ReportOptions.sample(reveals: true), ReportOptions.sample())
    let again = try read(JSONReporter(open).report(sample.verdict)).verdict
    #expect(format.reporter(open).report(again) == format.reporter(open).report(sample.verdict))
    #expect(format.reporter(masked).report(again) == format.reporter(masked).report(sample.verdict))
  }

  /// Breaks when a secret that is not known is shown as an empty one.
  @Test(arguments: ReportFormat.allCases, Sample.withFindings)
  func revealsNothingThatItsReportMasks(format: ReportFormat, sample: Sample) throws {
    let again = try read(sample.report(.json)).verdict
    #expect(again.findings.allSatisfy { !$0.secret.isKnown })
    let options = ReportOptions.sample()
    let revealing = ReportOptions(
      reveals: true, style: options.style, version: options.version, started: options.started,
      finished: options.finished)
    #expect(format.reporter(revealing).report(again) == format.reporter(options).report(again))
  }

  @Test func keepsWhatNoOtherFormatShows() throws {
    let report = try read(Sample.history.report(.json))
    #expect(report.version == "1.2.3")
    #expect(report.verdict.shard == Shard(index: 2, count: 3, basis: "d1"))
    #expect(report.verdict.ruleSetDigest == "00ff")
    #expect(report.verdict.findings.map(\.trace) == Sample.history.verdict.findings.map(\.trace))
    #expect(report.verdict.findings.map(\.provenance) == Sample.history.verdict.findings.map(\.provenance))
  }

  /// Breaks when what is left of a report counts as a report.
  @Test(arguments: [Sample.clean, .plain, .history])
  func isNoReportWhenCutOff(sample: Sample) {
    let json = Array(sample.report(.json).utf8)
    for length in stride(from: 0, to: json.count - 2, by: max(1, json.count / 200)) {
      #expect(throws: ReportError.self) { try Report(json: Array(json[..<length])) }
    }
  }

  /// Breaks when a report without a member is filled up with a default, such as no findings.
  @Test(arguments: [
    "schema", "version", "complete", "interrupted", "findings", "allowed", "rules", "incidents", "coverage", "notices",
  ])
  func missesNoMember(name: String) throws {
    let json = Sample.clean.report(.json)
    let renamed = json.replacing("\"\(name)\" :", with: "\"x\(name)\" :")
    #expect(renamed != json)
    let error = try #require(throws: ReportError.self) { try read(renamed) }
    #expect(error.description == "it is no report of stanch, or was cut off: \(name) is missing")
  }

  /// Breaks when a newer report cannot be read for what it says more.
  @Test func passesByWhatItDoesNotKnow() throws {
    let json = Sample.plain.report(.json)
      .replacing("\"complete\" :", with: "\"color\" : { \"of\" : [1] },\n\"complete\" :")
      .replacing("\"rule\" :", with: "\"mood\" : null,\n\"rule\" :")
    #expect(try read(json).verdict.findings.count == 2)
  }

  /// Breaks when something else that is JSON is taken for a report without findings.
  @Test(arguments: [
    "", "{}", "[]", "null", "7", "\"x\"", "{\"runs\":[]}", "\u{FEFF}{}", "{\"schema\":\"stanch/report/1\"}",
  ])
  func isNotJustAnyJSON(text: String) {
    #expect(throws: ReportError.self) { try read(text) }
  }

  /// Breaks when nesting or a number beyond all bounds stops the program.
  @Test(arguments: [
    String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 100_000), "{\"coverage\":1e999}",
    "{\"schema\":\"stanch/report/1\",\"version\":99999999999999999999999}", "\0\0\0\0",
  ])
  func hostileJSONIsAnError(text: String) {
    #expect(throws: ReportError.self) { try read(text) }
  }

  @Test func namesTheSchemaThatItCannotRead() throws {
    let json = Sample.clean.report(.json).replacing("stanch/report/1", with: "stanch/report/2")
    let error = try #require(throws: ReportError.self) { try read(json) }
    #expect(error.description == "its schema is stanch/report/2, and this program reads stanch/report/1")
    #expect(error.hint?.contains("1.2.3") == true)
  }

  /// Breaks when a report that nothing could have written is believed, and what it hides is lost.
  @Test(arguments: [
    ("\"complete\" : true", "\"complete\" : false"), ("\"startLine\" : 7", "\"startLine\" : 0"),
    ("\"end\" : 21", "\"end\" : 22"), ("\"end\" : 21", "\"end\" : 9223372036854775807"),
    ("\"start\" : 9", "\"start\" : -1"),
    ("\"visible\" : 4", "\"visible\" : 13"), ("\"occurrences\" : 5", "\"occurrences\" : -5"),
    ("\"severity\" : \"high\"", "\"severity\" : \"none\""), ("\"kind\" : \"tagMessage\"", "\"kind\" : \"tag\""),
    ("\"reach\" : \"stash\"", "\"reach\" : \"far\""), ("\"index\" : 2", "\"index\" : 4"),
    ("\"index\" : 2", "\"index\" : 0"),
    ("\"count\" : 3", "\"count\" : 1000000000"), ("\"blobs\" : 3", "\"blobs\" : -3"),
    ("\"blob\" : \"ab", "\"blob\" : \"xy"),
    ("2024-01-02T", "2024-13-02T"), ("\"order\" : 3", "\"position\" : 3"), ("\"id\" : \"example", "\"id\" : \"other"),
    ("\"fingerprint\" : \"", "\"fingerprint\" : \"0"),
  ])
  func believesNothingThatCannotBe(right: String, wrong: String) throws {
    let json = Sample.history.report(.json)
    let broken = json.replacing(right, with: wrong)
    #expect(broken != json)
    #expect(throws: ReportError.self) { try read(broken) }
  }

  /// Breaks when an incident that is not tolerated becomes tolerated by being read.
  @Test func toleratesAKindOnlyWhereAllOfItIs() throws {
    var verdict = Sample.tolerated.verdict
    verdict.incidents.append(Incident(kind: .limits, subject: "a", reason: "r"))
    let json = JSONReporter(.sample()).report(verdict)
    #expect(try read(json).verdict.tolerated == [.oversize])
    let mixed = json.replacing("\"kind\" : \"limits\"", with: "\"kind\" : \"oversize\"")
    #expect(try read(mixed).verdict.tolerated.isEmpty)
    #expect(try !read(mixed).verdict.isComplete)
  }
}
