import Foundation
import Testing
import Vocabulary

@testable import Reporting

@Suite struct GitLabReporterTests {
  private func report(_ sample: Sample) throws -> JSONValue {
    try JSONValue(sample.report(.gitlab))
  }

  @Test(arguments: Sample.all)
  func hasWhatTheSchemaRequires(sample: Sample) throws {
    let report = try report(sample)
    #expect(report["version"].string?.hasPrefix("15.") == true)
    let scan = report["scan"]
    #expect(scan["type"].string == "secret_detection")
    for tool in [scan["analyzer"], scan["scanner"]] {
      #expect(tool["id"].string == "stanch")
      #expect(tool["name"].string == "stanch")
      #expect(tool["version"].string == "1.2.3")
      #expect(tool["vendor"]["name"].string == "stanch")
    }
    for item in report["vulnerabilities"].items {
      #expect(item["category"].string == "secret_detection")
      #expect(item["identifiers"].items.count == 1)
      #expect(item["location"]["commit"]["sha"].string?.count == 40)
    }
  }

  @Test func saysTimesInUTCWithoutAZone() throws {
    let options = ReportOptions(
      reveals: false, style: Style(usesColor: false), version: "1", started: Date(timeIntervalSince1970: 86_399.9),
      finished: Date(timeIntervalSince1970: 1_000_000_000))
    let scan = try JSONValue(GitLabReporter(options).report(Verdict()))["scan"]
    #expect(scan["start_time"].string == "1970-01-01T23:59:59")
    #expect(scan["end_time"].string == "2001-09-09T01:46:40")
  }

  @Test(arguments: [(Sample.clean, "success"), (.plain, "success"), (.tolerated, "success"), (.incomplete, "failure")])
  func failsWhenIncomplete(sample: Sample, status: String) throws {
    #expect(try report(sample)["scan"]["status"].string == status)
  }

  @Test(arguments: [(Sample.tolerated, "warn"), (.incomplete, "fatal")])
  func saysWhatWasNotLookedAt(sample: Sample, level: String) throws {
    let message = try report(sample)["scan"]["messages"][0]
    #expect(message["level"].string == level)
    #expect(message["value"].string == "assets/film.bin was not looked at: larger than the limit")
  }

  @Test func describesAVulnerability() throws {
    let item = try report(.plain)["vulnerabilities"][0]
    #expect(item["name"].string == "Title of example-token")
    #expect(item["description"].string?.hasSuffix("entropy 4.23. Description of example-token.") == true)
    #expect(item["severity"].string == "High")
    #expect(item["solution"].string == "Revoke example-token")
    #expect(item["identifiers"][0]["type"].string == "stanch_rule_id")
    #expect(item["identifiers"][0]["value"].string == "example-token")
    #expect(item["location"]["file"].string == "config/app.yaml")
    #expect(item["location"]["start_line"].int == 7)
    #expect(item["location"]["end_line"].int == 7)
    #expect(item["details"]["fingerprint"]["value"].string == Sample.plain.verdict.findings[0].fingerprint.hex)
  }

  @Test(arguments: [(Severity.low, "Low"), (.medium, "Medium"), (.high, "High"), (.critical, "Critical")])
  func usesTheWordsOfGitLab(severity: Severity, word: String) throws {
    let finding = Sample.finding(Sample.randomSecret(), path: "a", rule: Sample.rule("r", severity))
    let report = try JSONValue(GitLabReporter(.sample()).report(Verdict(findings: [finding])))
    #expect(report["vulnerabilities"][0]["severity"].string == word)
  }

  @Test func masksTheSecretEvenWhereOthersRevealIt() throws {
    let text = Sample.plain.report(.gitlab, reveals: true)
    #expect(!text.contains(Sample.plain.hiddenPart))
    let item = try JSONValue(text)["vulnerabilities"][0]
    #expect(item["raw_source_code_extract"].string == "token = \"ghp_********\"")
  }

  private func identity(_ finding: Finding) throws -> String {
    let report = try JSONValue(GitLabReporter(.sample()).report(Verdict(findings: [finding])))
    return try #require(report["vulnerabilities"][0]["id"].string)
  }

  @Test func givesTheSameIdentityToTheSameSecretAtTheSamePlace() throws {
    let secret = Sample.randomSecret()
    let id = try identity(Sample.finding(secret, path: "a"))
    #expect(try identity(Sample.finding(secret, path: "a", after: "\" # edited")) == id)
    #expect(try identity(Sample.finding(secret, path: "b")) != id)
    #expect(try identity(Sample.finding(secret, path: "a", line: 8)) != id)
    #expect(try identity(Sample.finding(Sample.randomSecret(), path: "a")) != id)
    #expect(try identity(Sample.finding(secret, path: "a", rule: Sample.rule("other"))) != id)
  }

  @Test func identitiesAreUUIDsOfVersion8() throws {
    let id = try identity(Sample.finding(Sample.randomSecret(), path: "a"))
    #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    #expect(UUID(uuidString: id) != nil)
  }

  /// Breaks when a field is longer, shorter or other than the published schema (15.0.7) allows: GitLab drops the whole report.
  @Test(arguments: ["", "x", String(repeating: "é\u{301}👩‍💻", count: 300_000)])
  func keepsTheLimitsOfTheSchema(text: String) throws {
    let rule = RuleSummary(
      id: "r", title: text, description: text, severity: .critical, confidence: .high, revoke: text)
    let finding = Sample.finding(Sample.randomSecret(), path: "a", rule: rule)
    let item = try JSONValue(GitLabReporter(.sample()).report(Verdict(findings: [finding])))["vulnerabilities"][0]
    #expect(try #require(item["name"].string).unicodeScalars.count <= 255)
    #expect(try #require(item["description"].string).unicodeScalars.count <= 1_048_576)
    #expect(try #require(item["solution"].string).unicodeScalars.count <= 7000)
    #expect(item["identifiers"][0]["name"].string?.isEmpty == false)
    #expect(item["details"]["fingerprint"]["name"].string?.isEmpty == false)
  }

  @Test(arguments: Sample.all)
  func usesTheWordsOfTheSchema(sample: Sample) throws {
    let report = try report(sample)
    #expect(["success", "failure"].contains(report["scan"]["status"].string))
    for message in report["scan"]["messages"].items {
      #expect(["info", "warn", "fatal"].contains(message["level"].string))
      #expect(message["value"].string?.isEmpty == false)
    }
    for item in report["vulnerabilities"].items {
      #expect(["Low", "Medium", "High", "Critical"].contains(item["severity"].string))
      #expect(item["location"]["commit"].keys.isSubset(of: ["author", "date", "message", "sha"]))
    }
  }
}
