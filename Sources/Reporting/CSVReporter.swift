package import Vocabulary

/// A table for spreadsheets (RFC 4180): a row a finding, and after them a row for each thing that could not be looked at.
package struct CSVReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    let reported = ReportedVerdict(verdict, options)
    let rows = [CSVReporter.columns] + reported.findings.map(row) + interruption(verdict) + reported.incidents.map(row)
    return rows.map { $0.map(CSVReporter.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// `rule` is an incident's kind, `path` its subject and `message` its reason.
  private static let columns = [
    "type", "rule", "title", "severity", "confidence", "path", "start_line", "start_column", "end_line", "end_column",
    "line", "message", "fingerprint", "entropy", "occurrences", "blob", "secret",
    "kind", "commit", "author", "date", "paths", "in_head", "references", "reach",
  ]

  private func row(_ finding: ReportedFinding) -> [String] {
    [
      "finding", finding.rule, finding.title, finding.severity, finding.confidence, finding.path,
      "\(finding.startLine)", "\(finding.startColumn)", "\(finding.endLine)", "\(finding.endColumn)",
      finding.line, finding.evidence.joined(separator: "; "), finding.fingerprint, "\(finding.entropy)",
      "\(finding.occurrences)", finding.blob ?? "", finding.secret ?? "",
      finding.kind, finding.commit?.id ?? "", finding.commit?.author ?? "", finding.commit?.date ?? "",
      finding.paths?.joined(separator: "; ") ?? "", finding.inHead.map { "\($0)" } ?? "",
      finding.references?.joined(separator: "; ") ?? "", finding.reach ?? "",
    ]
  }

  /// The row of a scan that the user ended.
  private func interruption(_ verdict: Verdict) -> [[String]] {
    verdict.interruption.map { [filled(["incident", "interrupted", "not looked at"] + empty(8) + [$0])] } ?? []
  }

  private func row(_ incident: ReportedIncident) -> [String] {
    let title = incident.tolerated ? "not looked at (tolerated)" : "not looked at"
    return filled(["incident", incident.kind, title] + empty(2) + [incident.subject] + empty(5) + [incident.reason])
  }

  private func empty(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  private func filled(_ head: [String]) -> [String] { head + empty(CSVReporter.columns.count - head.count) }

  /// One field, on one line.
  private static func field(_ text: String) -> String {
    let plain = guarded(TerminalText.escaped(text))
    // Scalars, for a comma with a combining mark is one character and still a comma.
    guard plain.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) else { return plain }
    let doubled = plain.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }

  /// Spreadsheets take what begins with one of these for a formula (OWASP, CSV Injection); an apostrophe makes it a text.
  /// The full-width forms count too, and blanks before them do not hide them.
  private static func guarded(_ text: String) -> String {
    let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }), starters.contains(first) else {
      return text
    }
    return "'" + text
  }
}
