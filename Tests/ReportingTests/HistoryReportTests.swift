import Testing
import Vocabulary

@testable import Reporting

/// What each format says of a finding in a history.
@Suite struct HistoryReportTests {
  private let commit = String(repeating: "cd", count: 20)
  private let date = "2024-01-02T05:04:05+02:00"
  private let author = "Ada <ada@example.org>"

  /// Breaks when the properties that scripts read are not there, or are no strings.
  @Test func inSARIFPropertiesTellIt() throws {
    let results = try JSONValue(Sample.history.report(.sarif))["runs"][0]["results"]
    let properties = results[0]["properties"]
    #expect(properties["commit"].string == commit)
    #expect(properties["author"].string == author)
    #expect(properties["date"].string == date)
    #expect(properties["blob"].string == String(repeating: "ab", count: 20))
    #expect(properties["occurrences"].int == 5)
    #expect(properties["paths"].items.map(\.string) == ["old/config.c", "src/config.c"])
    #expect(properties["inHead"].bool == false)
    #expect(properties["references"].items.map(\.string) == ["refs/heads/main", "refs/heads/other"])
    #expect(properties["reach"].string == "reference")
    #expect(results[1]["properties"]["kind"].string == "commitMessage")
    #expect(results[1]["message"]["text"].string?.contains("In commit cdcdcdcdcd (message).") == true)
  }

  /// Breaks when findings without a history get empty properties.
  @Test func inSARIFNothingIsSaidWithoutAHistory() throws {
    let properties = try JSONValue(Sample.plain.report(.sarif))["runs"][0]["results"][0]["properties"]
    #expect(properties.keys == ["confidence", "occurrences", "blob"])
  }

  @Test func inJSONMembersTellIt() throws {
    let report = try JSONValue(Sample.history.report(.json))
    let finding = report["findings"][0]
    #expect(finding["kind"].string == "file")
    #expect(finding["commit"]["id"].string == commit)
    #expect(finding["commit"]["author"].string == author)
    #expect(finding["commit"]["date"].string == date)
    #expect(finding["paths"][0].string == "old/config.c")
    #expect(finding["inHead"].bool == false)
    #expect(finding["references"].items.count == 2)
    #expect(finding["reach"].string == "reference")
    #expect(finding["order"].int == 3)
    #expect(report["findings"][3]["uri"].string == "caf%E9")
    #expect(report["findings"][3]["uris"][0].string == "caf%E9")
    #expect(report["coverage"]["messages"].int == 2)
    #expect(report["shard"]["index"].int == 2)
    #expect(report["ruleSet"].string == "00ff")
  }

  @Test func inJSONLinesTheSummaryTellsTheShard() throws {
    let last = try #require(Sample.history.report(.jsonl).split(separator: "\n").last)
    let summary = try JSONValue(last)
    #expect(summary["shard"]["count"].int == 3)
    #expect(summary["coverage"]["messages"].int == 2)
  }

  /// Breaks when GitLab is told of no commit where one is known.
  @Test func inGitLabTheLocationTellsIt() throws {
    let items = try JSONValue(Sample.history.report(.gitlab))["vulnerabilities"]
    let place = items[0]["location"]["commit"]
    #expect(place["sha"].string == commit)
    #expect(place["author"].string == author)
    #expect(place["date"].string == date)
    #expect(items[0]["details"]["history"]["value"].string?.hasPrefix("first in cdcdcdcdcd by Ada") == true)
    #expect(items[3]["location"]["commit"]["sha"].string == String(repeating: "0", count: 40))
    #expect(items[3]["location"]["commit"].keys == ["sha"])
  }

  /// Breaks when columns that scripts count on move.
  @Test func inCSVColumnsFollowTheOldOnes() throws {
    let lines = Sample.history.report(.csv).split(separator: "\r\n")
    #expect(lines[0].hasSuffix(",blob,secret,kind,commit,author,date,paths,in_head,references,reach"))
    #expect(
      lines[1].hasSuffix(
        ",file,\(commit),\(author),\(date),old/config.c; src/config.c,false,refs/heads/main; refs/heads/other,reference"
      ))
    #expect(lines[4].hasSuffix(",file,,,,caf\u{FFFD},true,,reflog"))
  }

  /// Breaks when GitHub is to annotate a file that is not there.
  @Test func inGitHubAMessageIsInNoFile() {
    let lines = Sample.history.report(.github).split(separator: "\n")
    #expect(lines[0].contains("file=src/config.c"))
    #expect(lines[0].contains("Seen: first in cdcdcdcdcd by Ada"))
    #expect(lines[1].hasPrefix("::error title="))
    #expect(lines[1].contains("In commit cdcdcdcdcd (message)."))
  }

  @Test(arguments: [ReportFormat.html, .junit])
  func inMarkupTheHistoryIsEscaped(format: ReportFormat) {
    let report = Sample.history.report(format)
    #expect(
      report.contains("seen: first in cdcdcdcdcd by Ada &lt;ada@example.org&gt;, 2024-01-02; in 2 paths: old/config.c"))
    #expect(report.contains("tag cdcdcdcdcd (message), line 7"))
    #expect(report.contains("only the stash leads to it"))
  }

  @Test func inTextANoteTellsIt() {
    let text = Sample.history.report(.text)
    #expect(text.contains("--> src/config.c:7:10\n"))
    #expect(text.contains("--> commit cdcdcdcdcd (message), line 7\n"))
    #expect(text.contains("= seen: still in HEAD; only the reflog leads to it\n"))
  }
}
