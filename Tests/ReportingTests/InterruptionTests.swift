import Testing
import Vocabulary

@testable import Reporting

/// A scan that the user ended early, in every format.
@Suite struct InterruptionTests {
  /// Breaks when an interrupted scan without findings looks like a clean one.
  @Test(arguments: ReportFormat.allCases.filter { $0 != .text })
  func neverLooksClean(format: ReportFormat) {
    var ended = Sample.interrupted.verdict
    ended.isInterrupted = false
    let options = ReportOptions.sample()
    let report = format.reporter(options).report(Sample.interrupted.verdict)
    #expect(report != format.reporter(options).report(ended))
    #expect(report.contains("interrupted"))
  }

  @Test func inSARIFTheExecutionIsNotSuccessful() throws {
    let invocation = try JSONValue(Sample.interrupted.report(.sarif))["runs"][0]["invocations"][0]
    #expect(invocation["executionSuccessful"].bool == false)
    #expect(invocation["toolExecutionNotifications"][0]["properties"]["kind"].string == "interrupted")
  }

  @Test func inGitLabTheScanFailed() throws {
    let scan = try JSONValue(Sample.interrupted.report(.gitlab))["scan"]
    #expect(scan["status"].string == "failure")
    #expect(scan["messages"][0]["level"].string == "fatal")
  }

  @Test func inJUnitATestIsInError() {
    let report = Sample.interrupted.report(.junit)
    #expect(report.contains(#"tests="1" failures="0" errors="1""#))
    #expect(report.contains(#"type="interrupted""#))
  }

  @Test(arguments: [ReportFormat.json, .jsonl])
  func inJSONItIsAMember(format: ReportFormat) throws {
    let report = try JSONValue(Sample.interrupted.report(format))
    #expect(report["interrupted"].bool == true)
    #expect(report["complete"].bool == false)
  }
}
