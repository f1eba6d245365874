import Reporting
import Testing
import Vocabulary

@testable import Commands

@Suite struct VerdictProseTests {
  private func text(_ verdict: Verdict, quiet: Bool = false) -> String {
    VerdictProse(subject: .tree, style: Style(usesColor: false))
      .text(verdict, took: .milliseconds(5), quiet: quiet, verbose: false, afterReport: false)
  }

  /// Breaks when something that was or was not looked at is left out of the closing line.
  @Test func theClosingLineStatesTheCoverage() {
    var verdict = Verdict(coverage: Coverage(blobs: 1, bytes: 1500))
    #expect(text(verdict) == "stanch: no secrets found in 1 file, 1.5 kB (5 ms)\n")
    verdict.coverage = Coverage(blobs: 2, bytes: 0, submodules: 1, excluded: 3, messages: 4)
    #expect(
      text(verdict)
        == "stanch: no secrets found in 2 files, 4 messages, 0 B, 1 submodule passed by, 3 left out by allowlists (5 ms)\n"
    )
    verdict.coverage = Coverage()
    verdict.incidents = [.oversize, .unreadable, .oversize].map { Incident(kind: $0, subject: "a", reason: "b") }
    #expect(text(verdict).contains("not everything was looked at; nothing found in 0 files, 0 B"))
    #expect(text(verdict).contains("3 not looked at (2 oversize, 1 unreadable)"))
  }

  /// Breaks when a user is not told that the scan was interrupted, with -q too.
  @Test(arguments: [true, false])
  func anInterruptionIsSaid(_ quiet: Bool) {
    var verdict = Verdict()
    verdict.isInterrupted = true
    #expect(text(verdict, quiet: quiet).contains("error: interrupted: what the scan had not come to was not looked at"))
    #expect(text(verdict, quiet: quiet).contains("no secrets found") == false)
  }

  /// Breaks when an interrupted scan ends as a whole one would.
  @Test func anInterruptedScanHasAStatusOfItsOwn() {
    var verdict = Verdict(incidents: [Incident(kind: .limits, subject: "a", reason: "b")])
    #expect(ExitStatus(verdict) == .incomplete)
    verdict.isInterrupted = true
    #expect(ExitStatus(verdict) == .interrupted)
    #expect(ExitStatus(verdict).rawValue == 130)
  }

  /// Breaks when matches that are no findings are told unasked, or without the reason.
  @Test func whatWasDroppedIsSaidWhenAsked() {
    var verdict = Verdict()
    verdict.dropped = [
      DroppedMatch(
        rule: RuleID("r"), path: RepositoryPath("a\u{7}b"), line: 3, reason: "it is a date", evidence: ["one", "two"])
    ]
    #expect(!text(verdict).contains("dropped"))
    let verbose = VerdictProse(subject: .tree, style: Style(usesColor: false))
      .text(verdict, took: .zero, quiet: false, verbose: true, afterReport: false)
    #expect(verbose.hasPrefix("dropped: r in a\\u{7}b:3: it is a date (one; two)\n"))
  }
}
