import Testing
import Vocabulary

@testable import Reporting

@Suite struct JSONLinesReporterTests {
  private func lines(_ sample: Sample) throws -> [JSONValue] {
    try sample.report(.jsonl).split(separator: "\n").map { try JSONValue($0) }
  }

  @Test func tellsLinesApartByType() throws {
    let types = try lines(.plain).map { $0["type"].string }
    #expect(types == ["finding", "finding", "allowed", "summary"])
    #expect(try lines(.hostile).map { $0["type"].string } == ["finding", "finding", "allowed", "incident", "summary"])
  }

  @Test(arguments: Sample.all)
  func isOneObjectALineForPython(sample: Sample) throws {
    let script = "import json,sys; print(sum(json.loads(line) is not None for line in sys.stdin))"
    let verdict = sample.verdict
    let expected = verdict.findings.count + verdict.allowed.count + verdict.incidents.count + 1
    #expect(try Python.output(script, input: sample.report(.jsonl)) == "\(expected)\n")
  }

  @Test func hasTheMembersOfTheJSONReport() throws {
    let finding = try lines(.plain)[0]
    let whole = try JSONValue(Sample.plain.report(.json))["findings"][0]
    #expect(finding.keys == whole.keys.union(["type"]))
    #expect(finding["path"].string == "config/app.yaml")
  }

  @Test func endsWithASummary() throws {
    let summary = try #require(try lines(.incomplete).last)
    #expect(summary["type"].string == "summary")
    #expect(summary["complete"].bool == false)
    #expect(summary["counts"]["findings"].int == 0)
    #expect(summary["counts"]["incidents"].int == 1)
    #expect(summary["coverage"]["blobs"].int == 3)
    #expect(summary["version"].string == "1.2.3")
  }

  @Test func ofACleanScanIsTheSummaryAlone() throws {
    let lines = try lines(.clean)
    #expect(lines.count == 1)
    #expect(lines[0]["complete"].bool == true)
  }
}
