internal import Reporting
internal import Vocabulary

/// Brings a verdict to the user: the report to where it was asked for, prose to standard error, and the status.
struct Presentation {
  /// What was scanned.
  enum Subject {
    case staged
    case message
  }

  private let common: CommonOptions
  private let subject: Subject

  init(_ common: CommonOptions, subject: Subject) {
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
    let output = Console.standardOutput
    let options = ReportOptions(
      reveals: common.reveal, style: common.output == nil ? output.style(common.color) : output.style(.never),
      version: Version.current)
    let report = common.format.reporter(options).report(verdict)
    try Presentation.write(report, to: common.output)
    let errors = Console.standardError
    let prose = VerdictProse(subject: subject, style: errors.style(common.color))
    errors.write(
      prose.text(verdict, took: duration, quiet: common.quiet, verbose: common.verbose, afterReport: !report.isEmpty))
    return ExitStatus(verdict)
  }
}
