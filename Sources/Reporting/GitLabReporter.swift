internal import FoundationEssentials
package import Vocabulary

/// A report for GitLab's `artifacts:reports:secret_detection`. GitLab keeps what it is given, so a secret is masked here even
/// where others reveal it.
package struct GitLabReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    let tool = GitLabReport.Tool(version: options.version)
    let scan = GitLabReport.Scan(
      analyzer: tool, scanner: tool, startTime: time(options.started), endTime: time(options.finished),
      status: verdict.isComplete ? "success" : "failure",
      messages: messages(verdict))
    return JSONText.pretty(GitLabReport(scan: scan, vulnerabilities: verdict.findings.map(vulnerability)))
  }

  private func messages(_ verdict: Verdict) -> [GitLabReport.Message] {
    let interruption = verdict.interruption.map { [GitLabReport.Message(level: "fatal", value: $0)] } ?? []
    return interruption + verdict.incidents.map { message($0, tolerated: verdict.tolerated.contains($0.kind)) }
  }

  private func message(_ incident: Incident, tolerated: Bool) -> GitLabReport.Message {
    GitLabReport.Message(level: tolerated ? "warn" : "fatal", value: incident.sentence)
  }

  private func vulnerability(_ finding: Finding) -> GitLabReport.Vulnerability {
    let rule = finding.rule
    let description = rule.description.isEmpty ? finding.sentence : "\(finding.sentence) \(rule.description)"
    return GitLabReport.Vulnerability(
      id: GitLabReporter.identity(of: finding), name: GitLabReporter.cut(rule.title, to: 255),
      description: GitLabReporter.cut(description, to: 1_048_576),
      severity: rule.severity.rawValue.prefix(1).uppercased() + rule.severity.rawValue.dropFirst(),
      solution: rule.revoke.map { GitLabReporter.cut($0, to: 7000) },
      identifiers: [
        GitLabReport.Identifier(name: rule.title.isEmpty ? rule.id.name : rule.title, value: rule.id.name)
      ],
      location: GitLabReport.Location(
        file: finding.provenance.path.description, startLine: finding.region.startLine,
        endLine: finding.region.endLine, commit: commit(finding.provenance.origin)),
      extract: finding.excerpt.text(revealing: false),
      details: GitLabReport.Details(
        fingerprint: GitLabReport.Detail(name: "Fingerprint", value: finding.fingerprint.hex),
        history: finding.history.map { GitLabReport.Detail(name: "History", value: $0) }))
  }

  private func commit(_ origin: Origin?) -> GitLabReport.Commit {
    GitLabReport.Commit(
      author: origin?.author, date: origin?.time.description, sha: origin?.id.description ?? GitLabReporter.noCommit)
  }

  /// The schema limits lengths, in code points.
  private static func cut(_ text: String, to length: Int) -> String {
    guard text.utf8.count > length else { return text }
    var cut = ""
    cut.unicodeScalars.append(contentsOf: text.unicodeScalars.prefix(length))
    return cut
  }

  /// The schema asks for a commit; git writes this name where there is none.
  private static let noCommit = String(repeating: "0", count: 40)

  /// A UUID of version 8 (RFC 9562, section 5.8), the same for the same secret at the same place.
  private static func identity(of finding: Finding) -> String {
    let subject = Array("\(finding.fingerprint)\0".utf8) + finding.provenance.path.bytes
    let place = Array("\0\(finding.region.startLine):\(finding.region.startColumn)".utf8)
    let digest = Fingerprint(
      rule: finding.rule.id, secret: Secret(subject + place), key: FingerprintKey(Array("stanch/gitlab/v1".utf8)))
    var digits = Array(digest.hex)
    digits[12] = "8"
    digits[16] = "8"
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }

  /// The schema's pattern: UTC without a zone or fractions.
  private func time(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle().year().month().day().time(includingFractionalSeconds: false))
  }
}
