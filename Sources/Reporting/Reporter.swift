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

/// What every report has to know beside the verdict.
package struct ReportOptions: Sendable {
  /// Whether secrets are shown.
  package let reveals: Bool
  package let style: Style
  /// The version of the program.
  package let version: String

  package init(reveals: Bool, style: Style, version: String) {
    self.reveals = reveals
    self.style = style
    self.version = version
  }
}
