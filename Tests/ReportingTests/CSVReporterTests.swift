import Testing
import Vocabulary

@testable import Reporting

@Suite struct CSVReporterTests {
  /// The rows as Python's csv module reads them, each with the header's names.
  private func rows(_ report: String) throws -> [JSONValue] {
    let script = """
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode()
      rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
      assert all(len(row) == len(rows[0]) for row in rows), "ragged"
      print(json.dumps([dict(zip(rows[0], row)) for row in rows[1:]]))
      """
    return try JSONValue(Python.output(script, input: report)).items
  }

  private func row(path: String) throws -> JSONValue {
    let finding = Sample.finding(Sample.randomSecret(), path: path)
    let rows = try rows(CSVReporter(.sample()).report(Verdict(findings: [finding])))
    #expect(rows.count == 1)
    return rows[0]
  }

  @Test(arguments: Sample.all)
  func hasARowAFindingAndAnIncident(sample: Sample) throws {
    let types = try rows(sample.report(.csv)).map { $0["type"].string }
    #expect(types.filter { $0 == "finding" }.count == sample.verdict.findings.count)
    let incidents = sample.verdict.incidents.count + (sample.verdict.isInterrupted ? 1 : 0)
    #expect(types.filter { $0 == "incident" }.count == incidents)
    #expect(types.count == sample.verdict.findings.count + incidents)
  }

  @Test func saysWhereAndWhat() throws {
    let row = try rows(Sample.plain.report(.csv))[1]
    #expect(row["rule"].string == "generic-api-key")
    #expect(row["path"].string == "src/main.c")
    #expect(row["start_line"].string == "40")
    #expect(row["end_column"].string == "50")
    #expect(row["line"].string == "token = \"ghp_********\"")
    #expect(row["message"].string == "matches the shape of generic-api-key; entropy 4.23")
    #expect(row["secret"].string == "")
  }

  @Test func hasASecretOnlyWhenRevealed() throws {
    #expect(try rows(Sample.plain.report(.csv, reveals: true))[0]["secret"].string == Sample.plain.secret)
  }

  @Test func saysWhatWasNotLookedAt() throws {
    let row = try rows(Sample.incomplete.report(.csv))[0]
    #expect(row["type"].string == "incident")
    #expect(row["rule"].string == "oversize")
    #expect(row["path"].string == "assets/film.bin")
    #expect(row["message"].string == "larger than the limit")
    #expect(try rows(Sample.tolerated.report(.csv))[0]["title"].string == "not looked at (tolerated)")
  }

  /// A comma with a combining mark is one character, and still a comma.
  @Test(arguments: ["a,b", "\"", "\"\"", "a\"b,c", ",", ",\u{301}", "\"\u{301}", "é 日本"])
  func quotesWhatNeedsIt(path: String) throws {
    #expect(try row(path: path)["path"].string == path)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u{A0}=1", "＝1", "＋1", "－1", "＠1", "=\u{301}1", "=HYPERLINK(\"a\",\"b\")",
  ])
  func makesFormulasTexts(path: String) throws {
    #expect(try row(path: path)["path"].string == "'" + path)
  }

  @Test(arguments: ["a=1", "1", "a+b", "x@y", "a-b"])
  func leavesOtherTextsAlone(path: String) throws {
    #expect(try row(path: path)["path"].string == path)
  }

  @Test(arguments: [
    ("a\nb", "a\\u{a}b"), ("a\r\nb", "a\\u{d}\\u{a}b"), ("\t=1", "'    =1"), ("\u{1B}[1m", "\\u{1b}[1m"),
  ])
  func keepsEachRowOnOneLine(path: String, shown: String) throws {
    #expect(try row(path: path)["path"].string == shown)
  }

  @Test func endsLinesInCRLF() {
    for line in Sample.hostile.report(.csv).unicodeScalars.split(separator: "\n") {
      #expect(line.last == "\r")
    }
  }
}
