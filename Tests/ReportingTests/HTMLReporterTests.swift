import Testing
import Vocabulary

@testable import Reporting

@Suite struct HTMLReporterTests {
  /// Start tags in order, and the text of the elements of one kind, as Python's HTML parser reads them.
  private func read(_ report: String, texts tag: String = "h1") throws -> JSONValue {
    let script = """
      import json, sys
      from html.parser import HTMLParser
      class Reader(HTMLParser):
          tags, texts, depth = [], [], 0
          def handle_starttag(self, tag, attributes):
              self.tags.append(tag)
              if tag == "\(tag)": self.depth += 1; self.texts.append("")
          def handle_endtag(self, tag):
              if tag == "\(tag)": self.depth -= 1
          def handle_data(self, data):
              if self.depth: self.texts[-1] += data
      reader = Reader()
      reader.feed(sys.stdin.buffer.read().decode())
      reader.close()
      print(json.dumps({"tags": reader.tags, "texts": reader.texts}))
      """
    return try JSONValue(Python.output(script, input: report))
  }

  @Test(arguments: Sample.all)
  func holdsOnlyItsOwnElements(sample: Sample) throws {
    let tags = Set(try read(sample.report(.html))["tags"].items.compactMap(\.string))
    let own: Set = [
      "html", "head", "meta", "title", "style", "body", "h1", "h2", "section", "ul", "li", "p", "br", "code", "mark",
      "span", "table", "thead", "tbody", "tr", "th", "td",
    ]
    #expect(tags.subtracting(own).isEmpty)
  }

  @Test(arguments: [
    (Sample.clean, "no secrets were found"), (.plain, "2 secrets were found"),
    (.incomplete, "The scan is incomplete, and no secrets were found"), (.tolerated, "no secrets were found"),
    (.hostile, "The scan is incomplete, and 2 secrets were found"),
  ])
  func saysTheVerdictFirst(sample: Sample, headline: String) throws {
    #expect(try read(sample.report(.html))["texts"].items.map(\.string) == [headline])
  }

  @Test func countsOneSecretInTheSingular() throws {
    let verdict = Verdict(findings: [Sample.finding(Sample.randomSecret(), path: "a")])
    #expect(try read(HTMLReporter(.sample()).report(verdict))["texts"][0].string == "1 secret was found")
  }

  @Test(arguments: [
    (Sample.clean, ["Coverage"]), (.plain, ["Findings", "Notices", "Coverage"]),
    (.incomplete, ["Not looked at", "Coverage"]),
    (.tolerated, ["Not looked at, and tolerated", "Coverage"]),
    (.hostile, ["Not looked at", "Findings", "Notices", "Coverage"]),
  ])
  func putsIncidentsBeforeFindings(sample: Sample, headings: [String]) throws {
    #expect(try read(sample.report(.html), texts: "h2")["texts"].items.map(\.string) == headings)
  }

  @Test func marksTheSecret() throws {
    #expect(try read(Sample.plain.report(.html), texts: "mark")["texts"][0].string == "ghp_********")
    #expect(
      try read(Sample.plain.report(.html, reveals: true), texts: "mark")["texts"][0].string == Sample.plain.secret)
  }

  @Test func keepsHostileTextsAsTexts() throws {
    let cells = try read(Sample.hostile.report(.html), texts: "td")["texts"].items.compactMap(\.string)
    #expect(cells.contains { $0.hasPrefix("a,b\\u{a}::error::\\u{1b}[31m\"<script>'&%0A\\u{202e}]]>.txt:7:") })
    #expect(cells.contains { $0.contains("<script>alert(1)</script>") })
  }

  @Test func saysSeverityInWords() throws {
    #expect(try read(Sample.plain.report(.html), texts: "span")["texts"].items.map(\.string) == ["high", "low"])
  }

  @Test func saysHowMuchWasLookedAt() throws {
    let text = try read(Sample.plain.report(.html), texts: "p")["texts"][0].string
    #expect(
      text
        == "12 texts of 3456 bytes looked at, 2 left out by the configuration, 1 submodule not entered."
        + " Findings that are allowed: 1. stanch 1.2.3.")
  }
}
