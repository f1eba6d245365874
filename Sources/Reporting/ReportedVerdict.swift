internal import Vocabulary

/// A verdict as JSON holds it. Keys are part of what people script against.
struct ReportedVerdict: Codable {
  static let currentSchema = "stanch/report/1"

  let schema: String
  let version: String
  /// Whether everything asked for was looked at.
  let complete: Bool
  /// Whether the user ended the scan before it was done.
  let interrupted: Bool
  let findings: [ReportedFinding]
  let allowed: [ReportedFinding]
  /// What there is to say about the rules of the findings.
  let rules: [ReportedRule]
  let incidents: [ReportedIncident]
  let coverage: ReportedCoverage
  let notices: [String]
  /// A digest of everything that decides what is found.
  let ruleSet: String?
  /// Which part of a scan this is, where it is only a part.
  let shard: ReportedShard?

  init(_ verdict: Verdict, _ options: ReportOptions) {
    schema = ReportedVerdict.currentSchema
    version = options.version
    complete = verdict.isComplete
    interrupted = verdict.isInterrupted
    findings = verdict.findings.map { ReportedFinding($0, reveals: options.reveals) }
    allowed = verdict.allowed.map { ReportedFinding($0.finding, allowance: $0.allowance, reveals: options.reveals) }
    rules = ReportedRule.all(of: verdict)
    incidents = verdict.incidents.map { ReportedIncident($0, tolerated: verdict.tolerated.contains($0.kind)) }
    coverage = ReportedCoverage(verdict.coverage)
    notices = verdict.notices
    ruleSet = verdict.ruleSetDigest
    shard = verdict.shard.map { ReportedShard(index: $0.index, count: $0.count, basis: $0.basis) }
  }
}

struct ReportedIncident: Codable {
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

struct ReportedCoverage: Codable {
  let blobs: Int
  let bytes: Int
  let submodules: Int
  let excluded: Int
  /// Commits and annotated tags whose messages were read.
  let messages: Int
  /// Texts that an earlier scan with the same rules found clean.
  let known: Int?

  init(_ coverage: Coverage) {
    blobs = coverage.blobs
    bytes = coverage.bytes
    submodules = coverage.submodules
    excluded = coverage.excluded
    messages = coverage.messages
    known = coverage.known == 0 ? nil : coverage.known
  }
}

struct ReportedShard: Codable {
  let index: Int
  let count: Int
  let basis: String
}
