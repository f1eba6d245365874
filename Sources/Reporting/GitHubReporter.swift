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
    return (incidents + verdict.findings.map(command)).map { $0.line + "\n" }.joined()
  }

  private func command(_ incident: Incident, tolerated: Bool) -> WorkflowCommand {
    let hint = incident.hint.map { "\nhint: " + TerminalText.escaped($0) } ?? ""
    return WorkflowCommand(
      level: tolerated ? .warning : .error,
      properties: [("title", "stanch: not looked at (\(incident.kind.rawValue))")],
      message: TerminalText.escaped(incident.sentence) + hint)
  }

  private func command(_ finding: Finding) -> WorkflowCommand {
    let region = finding.region
    var properties = [
      ("file", finding.provenance.path.description), ("line", "\(region.startLine)"), ("endLine", "\(region.endLine)"),
    ]
    // The runner drops columns where the lines differ.
    if region.startLine == region.endLine {
      properties += [("col", "\(region.startColumn)"), ("endColumn", "\(region.endColumn)")]
    }
    properties.append(("title", "\(finding.rule.title) (\(finding.rule.id))"))
    let shown = TerminalText.escaped(finding.excerpt.text(revealing: options.reveals))
    return WorkflowCommand(
      level: level(finding.rule.severity), properties: properties,
      message: "\(TerminalText.escaped(finding.sentence))\n\(shown)\nfingerprint: \(finding.fingerprint)")
  }

  private func level(_ severity: Severity) -> WorkflowCommand.Level {
    switch severity {
    case .low: .notice
    case .medium: .warning
    case .high, .critical: .error
    }
  }
}
