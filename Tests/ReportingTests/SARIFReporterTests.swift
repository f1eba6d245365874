import Testing
import Vocabulary

@testable import Reporting

@Suite struct SARIFReporterTests {
  private func run(_ sample: Sample, reveals: Bool = false) throws -> JSONValue {
    try JSONValue(sample.report(.sarif, reveals: reveals))["runs"][0]
  }

  @Test func namesTheTool() throws {
    let driver = try run(.clean)["tool"]["driver"]
    #expect(driver["name"].string == "stanch")
    #expect(driver["semanticVersion"].string == "1.2.3")
  }

  @Test func saysWhereAFindingIs() throws {
    let result = try run(.plain)["results"][0]
    #expect(result["ruleId"].string == "example-token")
    #expect(result["message"]["text"].string?.hasPrefix("Title of example-token: ") == true)
    let place = result["locations"][0]["physicalLocation"]
    #expect(place["artifactLocation"]["uri"].string == "config/app.yaml")
    let region = place["region"]
    #expect(region["startLine"].int == 7)
    #expect(region["startColumn"].int == 10)
    #expect(region["endLine"].int == 7)
    #expect(region["endColumn"].int == 50)
    #expect(region["snippet"]["text"].string == "token = \"ghp_********\"")
  }

  @Test func identifiesAFindingAcrossRuns() throws {
    let result = try run(.plain)["results"][0]
    #expect(result["partialFingerprints"]["stanch/v1"].string == Sample.plain.verdict.findings[0].fingerprint.hex)
    #expect(result["properties"]["occurrences"].int == 2)
    #expect(result["properties"]["blob"].string == String(repeating: "ab", count: 20))
  }

  @Test func pointsAtItsRules() throws {
    let run = try run(.plain)
    let rules = run["tool"]["driver"]["rules"]
    #expect(rules.items.map { $0["id"].string } == ["example-token", "generic-api-key"])
    for result in run["results"].items {
      let index = try #require(result["ruleIndex"].int)
      #expect(rules[index]["id"].string == result["ruleId"].string)
    }
  }

  @Test(arguments: [(Severity.low, "note"), (.medium, "warning"), (.high, "error"), (.critical, "error")])
  func levelsFollowSeverity(severity: Severity, level: String) throws {
    let finding = Sample.finding(Sample.randomSecret(), path: "a", rule: Sample.rule("r", severity))
    let run = try JSONValue(SARIFReporter(.sample()).report(Verdict(findings: [finding])))["runs"][0]
    #expect(run["results"][0]["level"].string == level)
    #expect(run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"].string == level)
  }

  @Test func marksAllowedFindingsAsSuppressed() throws {
    let results = try run(.plain)["results"].items
    #expect(results.map { $0["suppressions"].items.count } == [0, 0, 1])
    #expect(results[2]["suppressions"][0]["kind"].string == "inSource")
    #expect(results[2]["suppressions"][0]["justification"].string == "stanch:allow on line 7")
  }

  @Test(arguments: [
    (Sample.clean, true, [String]()), (.plain, true, []), (.incomplete, false, ["error"]),
    (.tolerated, true, ["warning"]),
  ])
  func saysWhatWasNotLookedAt(sample: Sample, successful: Bool, levels: [String]) throws {
    let invocation = try run(sample)["invocations"][0]
    #expect(invocation["executionSuccessful"].bool == successful)
    let notifications = invocation["toolExecutionNotifications"].items
    #expect(notifications.map { $0["level"].string } == levels)
    for notification in notifications {
      #expect(notification["message"]["text"].string == "assets/film.bin was not looked at: larger than the limit")
      #expect(notification["properties"]["kind"].string == "oversize")
    }
  }

  @Test func holdsTheSecretOnlyWhenRevealed() throws {
    #expect(try run(.plain)["results"][0]["properties"]["secret"].string == nil)
    #expect(try run(.plain, reveals: true)["results"][0]["properties"]["secret"].string == Sample.plain.secret)
  }

  @Test func percentEncodesPaths() throws {
    let place = try run(.hostile)["results"][0]["locations"][0]["physicalLocation"]
    let uri = try #require(place["artifactLocation"]["uri"].string)
    #expect(uri.hasPrefix("a%2Cb%0A%3A%3Aerror%3A%3A%1B%5B31m%22%3Cscript%3E"))
  }
}
