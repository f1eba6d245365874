import Testing
import Vocabulary

@testable import Reporting

@Suite struct JSONReporterTests {
  @Test(arguments: Sample.all)
  func isOneObjectThatPythonReads(sample: Sample) throws {
    let script = "import json,sys; print(*sorted(json.load(sys.stdin).keys() - {'shard', 'ruleSet'}))"
    let keys = try Python.output(script, input: sample.report(.json))
    #expect(keys == "allowed complete coverage findings incidents interrupted notices rules schema version\n")
  }

  @Test func holdsTheWholeVerdict() throws {
    let report = try JSONValue(Sample.plain.report(.json))
    #expect(report["schema"].string == "stanch/report/1")
    #expect(report["version"].string == "1.2.3")
    #expect(report["findings"].items.count == 2)
    #expect(report["allowed"][0]["allowance"].string == "stanch:allow on line 7")
    #expect(report["notices"][0].string == "an allowance has expired")
  }
}
