package import Vocabulary

/// The whole verdict as one JSON object.
package struct JSONReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    JSONText.pretty(ReportedVerdict(verdict, options))
  }
}
