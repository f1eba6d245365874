package import Vocabulary

/// The contract for machines: SARIF 2.1.0, one run.
package struct SARIFReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    let allowed = verdict.allowed.map { ($0.finding, Optional($0.allowance)) }
    let all = verdict.findings.map { ($0, String?.none) } + allowed
    let rules = Dictionary(all.map { ($0.0.rule.id, $0.0.rule) }) { first, _ in first }
      .values.sorted { $0.id < $1.id }
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let run = SARIFLog.Run(
      tool: SARIFLog.Tool(
        driver: SARIFLog.Driver(semanticVersion: options.version, rules: rules.map(rule))),
      invocations: [
        SARIFLog.Invocation(
          executionSuccessful: verdict.isComplete,
          toolExecutionNotifications: notifications(verdict))
      ],
      results: all.map { result($0.0, allowance: $0.1, ruleIndex: places[$0.0.rule.id] ?? 0) })
    return JSONText.pretty(SARIFLog(runs: [run]))
  }

  private func rule(_ rule: RuleSummary) -> SARIFLog.Rule {
    SARIFLog.Rule(
      id: rule.id.name, name: rule.title, shortDescription: SARIFLog.Message(text: rule.title),
      fullDescription: rule.description.isEmpty ? nil : SARIFLog.Message(text: rule.description),
      help: rule.revoke.map { SARIFLog.Message(text: "To revoke it: \($0)") },
      defaultConfiguration: SARIFLog.Configuration(level: level(rule.severity)),
      properties: SARIFLog.RuleProperties(
        severity: rule.severity.rawValue, precision: rule.confidence.rawValue,
        securitySeverity: securitySeverity(rule.severity)))
  }

  private func result(_ finding: Finding, allowance: String?, ruleIndex: Int) -> SARIFLog.Result {
    let rule = finding.rule
    return SARIFLog.Result(
      ruleId: rule.id.name, ruleIndex: ruleIndex, level: level(rule.severity),
      message: SARIFLog.Message(text: finding.sentenceWithHistory),
      locations: [
        SARIFLog.Location(
          physicalLocation: SARIFLog.PhysicalLocation(
            artifactLocation: SARIFLog.ArtifactLocation(uri: finding.provenance.path.uri), region: region(finding)))
      ],
      partialFingerprints: ["stanch/v1": finding.fingerprint.hex],
      suppressions: allowance.map {
        [SARIFLog.Suppression(kind: $0.hasPrefix(".") ? "external" : "inSource", justification: $0)]
      },
      properties: properties(finding))
  }

  private func properties(_ finding: Finding) -> SARIFLog.ResultProperties {
    let (provenance, trace) = (finding.provenance, finding.trace)
    return SARIFLog.ResultProperties(
      confidence: finding.confidence.rawValue, occurrences: finding.occurrences,
      kind: provenance.kind == .file ? nil : provenance.kind.rawValue, commit: provenance.origin?.id.description,
      author: provenance.origin?.author, date: provenance.origin?.time.description,
      blob: provenance.blob?.description, paths: trace?.paths.map(\.description), inHead: trace?.isInHead,
      references: trace?.references, reach: trace?.reach.rawValue, secret: finding.revealedText(options.reveals))
  }

  private func region(_ finding: Finding) -> SARIFLog.Region {
    SARIFLog.Region(
      startLine: finding.region.startLine, startColumn: finding.region.startColumn, endLine: finding.region.endLine,
      endColumn: finding.region.endColumn,
      snippet: SARIFLog.Message(text: finding.excerpt.text(revealing: options.reveals)))
  }

  private func notifications(_ verdict: Verdict) -> [SARIFLog.Notification] {
    let interruption = verdict.interruption.map {
      SARIFLog.Notification(
        level: "error", message: SARIFLog.Message(text: $0), locations: nil,
        properties: SARIFLog.NotificationProperties(kind: "interrupted"))
    }
    let incidents = verdict.incidents.map { notification($0, tolerated: verdict.tolerated.contains($0.kind)) }
    return (interruption.map { [$0] } ?? []) + incidents
  }

  private func notification(_ incident: Incident, tolerated: Bool) -> SARIFLog.Notification {
    SARIFLog.Notification(
      level: tolerated ? "warning" : "error", message: SARIFLog.Message(text: incident.sentence), locations: nil,
      properties: SARIFLog.NotificationProperties(kind: incident.kind.rawValue))
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .low: "note"
    case .medium: "warning"
    case .high, .critical: "error"
    }
  }

  private func securitySeverity(_ severity: Severity) -> String {
    switch severity {
    case .low: "3.0"
    case .medium: "5.5"
    case .high: "8.0"
    case .critical: "9.5"
    }
  }
}
