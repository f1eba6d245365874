import Testing
import Vocabulary

@testable import Reporting

@Suite struct JUnitReporterTests {
  /// The suite as Python's XML parser reads it.
  private func suite(_ sample: Sample) throws -> JSONValue {
    let script = """
      import json, sys, xml.etree.ElementTree as tree
      def plain(element):
          return {"tag": element.tag, "text": element.text or "", "attributes": element.attrib,
                  "children": [plain(child) for child in element]}
      root = tree.fromstring(sys.stdin.buffer.read())
      assert root.tag == "testsuites" and len(root) == 1
      print(json.dumps(plain(root[0])))
      """
    return try JSONValue(Python.output(script, input: sample.report(.junit)))
  }

  private func cases(_ sample: Sample) throws -> [JSONValue] {
    try suite(sample)["children"].items.filter { $0["tag"].string == "testcase" }
  }

  @Test(arguments: Sample.all)
  func countsWhatItHolds(sample: Sample) throws {
    let suite = try suite(sample)
    let cases = try cases(sample)
    let outcomes = cases.map { $0["children"][0]["tag"].string }
    #expect(suite["attributes"]["name"].string == "stanch")
    #expect(suite["attributes"]["tests"].string == "\(cases.count)")
    #expect(suite["attributes"]["failures"].string == "\(outcomes.filter { $0 == "failure" }.count)")
    #expect(suite["attributes"]["errors"].string == "\(outcomes.filter { $0 == "error" }.count)")
    #expect(suite["attributes"]["skipped"].string == "\(outcomes.filter { $0 == "skipped" }.count)")
  }

  @Test(arguments: [
    (Sample.clean, ["scan"]), (.plain, ["failure", "failure"]), (.incomplete, ["error"]),
    (.tolerated, ["skipped", "scan"]), (.hostile, ["error", "failure", "failure"]),
  ])
  func passesOnlyWhenAllWasLookedAt(sample: Sample, outcomes: [String]) throws {
    #expect(
      try cases(sample).map { $0["children"][0]["tag"].string ?? $0["attributes"]["name"].string } == outcomes)
  }

  @Test func describesAFailure() throws {
    let failing = try cases(.plain)[0]
    #expect(failing["attributes"]["name"].string == "config/app.yaml:7:10")
    #expect(failing["attributes"]["classname"].string == "example-token")
    #expect(failing["attributes"]["file"].string == "config/app.yaml")
    let failure = failing["children"][0]
    #expect(failure["attributes"]["type"].string == "example-token")
    #expect(failure["attributes"]["message"].string?.hasPrefix("Title of example-token: ") == true)
    #expect(failure["text"].string?.contains("\ntoken = \"ghp_********\"\n") == true)
  }

  @Test func describesAnError() throws {
    let error = try cases(.incomplete)[0]["children"][0]
    #expect(error["attributes"]["type"].string == "oversize")
    #expect(error["attributes"]["message"].string == "assets/film.bin was not looked at: larger than the limit")
    #expect(error["text"].string == "hint: raise the limit")
  }

  @Test func keepsHostileTextsAsTexts() throws {
    let name = try cases(.hostile)[1]["attributes"]["name"].string
    #expect(name?.hasPrefix("a,b\\u{a}::error::\\u{1b}[31m\"<script>'&%0A\\u{202e}]]>.txt:7:") == true)
  }

  @Test func saysWhetherItIsComplete() throws {
    let property = try suite(.incomplete)["children"][0]["children"].items.first {
      $0["attributes"]["name"].string == "complete"
    }
    #expect(property?["attributes"]["value"].string == "false")
  }
}
