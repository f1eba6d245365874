internal import Vocabulary

/// A finding as JSON holds it.
struct ReportedFinding: Codable {
  let rule: String
  let title: String
  let severity: String
  let confidence: String
  /// `file`, `commitMessage` or `tagMessage`.
  let kind: String
  let path: String
  /// The path percent-encoded, where it is not UTF-8 and `path` does not tell its bytes.
  let uri: String?
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int
  /// The line, with secrets masked unless they are to be revealed.
  let line: String
  /// Where in `line` secrets stand.
  let marks: [ReportedMark]
  let fingerprint: String
  let entropy: Double
  let evidence: [String]
  let occurrences: Int
  let blob: String?
  /// The commit or tag that brought it in or that the message belongs to.
  let commit: ReportedCommit?
  // Where else in the history it is, when a history was scanned.
  let paths: [String]?
  /// The same percent-encoded, where not all of them are UTF-8.
  let uris: [String]?
  let inHead: Bool?
  let references: [String]?
  let reach: String?
  let order: Int?
  /// Only with `--reveal`.
  let secret: String?
  /// What allows it, for findings that the user allowed.
  let allowance: String?

  init(_ finding: Finding, allowance: String? = nil, reveals: Bool) {
    rule = finding.rule.id.name
    title = finding.rule.title
    severity = finding.rule.severity.rawValue
    confidence = finding.confidence.rawValue
    kind = finding.provenance.kind.rawValue
    path = finding.provenance.path.description
    uri = finding.provenance.path.isText ? nil : finding.provenance.path.uri
    startLine = finding.region.startLine
    startColumn = finding.region.startColumn
    endLine = finding.region.endLine
    endColumn = finding.region.endColumn
    line = finding.excerpt.text(revealing: reveals)
    marks = ReportedMark.all(of: finding.excerpt, revealing: reveals)
    fingerprint = finding.fingerprint.hex
    entropy = (finding.entropy * 100).rounded() / 100
    evidence = finding.evidence
    occurrences = finding.occurrences
    blob = finding.provenance.blob?.description
    commit = finding.provenance.origin.map(ReportedCommit.init)
    paths = finding.trace?.paths.map(\.description)
    uris = finding.trace.flatMap { $0.paths.allSatisfy(\.isText) ? nil : $0.paths.map(\.uri) }
    inHead = finding.trace?.isInHead
    references = finding.trace?.references
    reach = finding.trace?.reach.rawValue
    order = finding.trace?.order
    secret = finding.revealedText(reveals)
    self.allowance = allowance
  }
}

extension RepositoryPath {
  /// Whether the path is UTF-8, and its description the path itself.
  fileprivate var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }
}

/// A commit or tag as JSON holds it.
struct ReportedCommit: Codable {
  let id: String
  /// Name and address.
  let author: String
  /// RFC 3339, in the author's zone.
  let date: String

  init(_ origin: Origin) {
    id = origin.id.description
    author = origin.author
    date = origin.time.description
  }
}
