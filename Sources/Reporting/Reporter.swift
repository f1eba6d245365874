package import FoundationEssentials
package import Vocabulary

/// Writes a verdict in one format.
package protocol Reporter: Sendable {
  /// The whole report, ending in a line end unless it is empty.
  func report(_ verdict: Verdict) -> String
}

/// The formats of reports.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, sarif, csv, github, gitlab, junit, html
}

extension ReportFormat {
  /// What writes this format.
  package func reporter(_ options: ReportOptions) -> any Reporter {
    switch self {
    case .text: TextReporter(options)
    case .json: JSONReporter(options)
    case .jsonl: JSONLinesReporter(options)
    case .sarif: SARIFReporter(options)
    case .csv: CSVReporter(options)
    case .github: GitHubReporter(options)
    case .gitlab: GitLabReporter(options)
    case .junit: JUnitReporter(options)
    case .html: HTMLReporter(options)
    }
  }
}

/// What every report has to know beside the verdict.
package struct ReportOptions: Sendable {
  /// Whether secrets are shown.
  package let reveals: Bool
  package let style: Style
  /// The version of the program.
  package let version: String
  /// When the scan began and ended, for the formats that say so.
  package let started: Date
  package let finished: Date

  package init(reveals: Bool, style: Style, version: String, started: Date = Date(), finished: Date = Date()) {
    self.reveals = reveals
    self.style = style
    self.version = version
    self.started = min(started, finished)
    self.finished = finished
  }
}
