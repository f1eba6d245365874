package import Vocabulary

/// Workflow commands that GitHub Actions shows as annotations
/// (docs.github.com, «Workflow commands for GitHub Actions», «Setting an error message»).
package struct GitHubReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  /// Incidents come first: GitHub keeps only the first annotations of a step.
  package func report(_ verdict: Verdict) -> String {
    let incidents = verdict.incidents.map { command($0, tolerated: verdict.tolerated.contains($0.kind)) }
    return (interruption(verdict) + incidents + verdict.findings.map(command)).map { $0.line + "\n" }.joined()
  }

  private func interruption(_ verdict: Verdict) -> [WorkflowCommand] {
    guard let sentence = verdict.interruption else { return [] }
    return [WorkflowCommand(level: .error, properties: [("title", "stanch: interrupted")], message: sentence)]
  }

  private func command(_ incident: Incident, tolerated: Bool) -> WorkflowCommand {
    let hint = incident.hint.map { "\nhint: " + TerminalText.escaped($0) } ?? ""
    return WorkflowCommand(
      level: tolerated ? .warning : .error,
      properties: [("title", "stanch: not looked at (\(incident.kind.rawValue))")],
      message: TerminalText.escaped(incident.sentence) + hint)
  }

  private func command(_ finding: Finding) -> WorkflowCommand {
    let shown = TerminalText.escaped(finding.excerpt.text(revealing: options.reveals))
    return WorkflowCommand(
      level: level(finding.rule.severity),
      properties: place(finding) + [("title", "\(finding.rule.title) (\(finding.rule.id))")],
      message: "\(TerminalText.escaped(finding.sentenceWithHistory))\n\(shown)\nfingerprint: \(finding.fingerprint)")
  }

  /// The file and the lines; a message is in no file that GitHub could show.
  private func place(_ finding: Finding) -> [(name: String, value: String)] {
    guard finding.provenance.kind == .file else { return [] }
    let region = finding.region
    let lines = [
      ("file", finding.provenance.path.description), ("line", "\(region.startLine)"), ("endLine", "\(region.endLine)"),
    ]
    // The runner drops columns where the lines differ.
    guard region.startLine == region.endLine else { return lines }
    return lines + [("col", "\(region.startColumn)"), ("endColumn", "\(region.endColumn)")]
  }

  private func level(_ severity: Severity) -> WorkflowCommand.Level {
    switch severity {
    case .low: .notice
    case .medium: .warning
    case .high, .critical: .error
    }
  }
}
