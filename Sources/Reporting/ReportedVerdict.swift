internal import Vocabulary

/// A verdict as JSON holds it. Keys are part of what people script against.
struct ReportedVerdict: Encodable {
  let schema = "stanch/report/1"
  let version: String
  /// Whether everything asked for was looked at.
  let complete: Bool
  let findings: [ReportedFinding]
  let allowed: [ReportedFinding]
  let incidents: [ReportedIncident]
  let coverage: ReportedCoverage
  let notices: [String]

  init(_ verdict: Verdict, _ options: ReportOptions) {
    version = options.version
    complete = verdict.isComplete
    findings = verdict.findings.map { ReportedFinding($0, reveals: options.reveals) }
    allowed = verdict.allowed.map { ReportedFinding($0.finding, allowance: $0.allowance, reveals: options.reveals) }
    incidents = verdict.incidents.map { ReportedIncident($0, tolerated: verdict.tolerated.contains($0.kind)) }
    coverage = ReportedCoverage(
      blobs: verdict.coverage.blobs, bytes: verdict.coverage.bytes, submodules: verdict.coverage.submodules,
      excluded: verdict.coverage.excluded)
    notices = verdict.notices
  }
}

struct ReportedFinding: Encodable {
  let rule: String
  let title: String
  let severity: String
  let confidence: String
  let path: String
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int
  /// The line, with secrets masked unless they are to be revealed.
  let line: String
  let fingerprint: String
  let entropy: Double
  let evidence: [String]
  let occurrences: Int
  let blob: String?
  /// Only with `--reveal`.
  let secret: String?
  /// What allows it, for findings that the user allowed.
  let allowance: String?

  init(_ finding: Finding, allowance: String? = nil, reveals: Bool) {
    rule = finding.rule.id.name
    title = finding.rule.title
    severity = finding.rule.severity.rawValue
    confidence = finding.rule.confidence.rawValue
    path = finding.provenance.path.description
    startLine = finding.region.startLine
    startColumn = finding.region.startColumn
    endLine = finding.region.endLine
    endColumn = finding.region.endColumn
    line = finding.excerpt.text(revealing: reveals)
    fingerprint = finding.fingerprint.hex
    entropy = (finding.entropy * 100).rounded() / 100
    evidence = finding.evidence
    occurrences = finding.occurrences
    blob = finding.provenance.blob?.description
    secret = reveals ? String(decoding: finding.secret.revealedBytes(), as: UTF8.self) : nil
    self.allowance = allowance
  }
}

struct ReportedIncident: Encodable {
  let kind: String
  let subject: String
  let reason: String
  let hint: String?
  let tolerated: Bool

  init(_ incident: Incident, tolerated: Bool) {
    kind = incident.kind.rawValue
    subject = incident.subject
    reason = incident.reason
    hint = incident.hint
    self.tolerated = tolerated
  }
}

struct ReportedCoverage: Encodable {
  let blobs: Int
  let bytes: Int
  let submodules: Int
  let excluded: Int
}
