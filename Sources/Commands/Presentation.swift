internal import FoundationEssentials
internal import Reporting
internal import Vocabulary

/// Brings a verdict to the user: the report to where it was asked for, prose to standard error, and the status.
struct Presentation {
  /// What was scanned.
  enum Subject {
    case staged
    case message
    case files
    case tree
    /// One text from standard input.
    case text
    case range
    case history
    /// Commits on their way into another repository.
    case push
    /// Env files and settings, and no secrets.
    case policy
  }

  private let common: CommonSettings
  private let subject: Subject

  init(_ common: CommonSettings, subject: Subject) {
    self.common = common
    self.subject = subject
  }

  /// Writes what a command answers to a file, or to standard output.
  static func write(_ text: String, to file: String?) throws {
    if let file {
      try Files.write(Array(text.utf8), to: file)
    } else if !Console.standardOutput.write(text) {
      throw CommandError("standard output cannot be written: the report is not complete")
    }
  }

  func present(_ verdict: Verdict, took duration: Duration) throws -> ExitStatus {
    let style = common.output == nil ? Console.standardOutput.style(common.color) : Style(usesColor: false)
    let now = Date()
    let options = ReportOptions(
      reveals: common.reveal, style: style, version: Version.current,
      started: now.addingTimeInterval(-(duration / .seconds(1))), finished: now)
    var report = common.format.reporter(options).report(verdict)
    let (findings, errors) = (report, Console.standardError)
    if common.output != nil, common.format == .text {
      // A file of text stands alone: what was not looked at belongs into it.
      report += prose(Style(usesColor: false), verdict, duration, afterReport: !findings.isEmpty)
    }
    try Presentation.write(report, to: common.output)
    errors.write(prose(errors.style(common.color), verdict, duration, afterReport: !findings.isEmpty))
    return ExitStatus(verdict)
  }

  private func prose(_ style: Style, _ verdict: Verdict, _ duration: Duration, afterReport: Bool) -> String {
    VerdictProse(subject: subject, style: style)
      .text(verdict, took: duration, quiet: common.quiet, verbose: common.verbose, afterReport: afterReport)
  }
}
