package import Vocabulary

/// One JSON object a line, told apart by `type`: each finding, each allowed finding, each incident, and at last a summary. A
/// report without its summary was cut off.
package struct JSONLinesReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    let reported = ReportedVerdict(verdict, options)
    var lines = reported.findings.map { JSONText.line(Line(type: "finding", content: $0)) }
    lines += reported.allowed.map { JSONText.line(Line(type: "allowed", content: $0)) }
    lines += reported.incidents.map { JSONText.line(Line(type: "incident", content: $0)) }
    lines.append(JSONText.line(Line(type: "summary", content: Summary(reported))))
    return lines.joined()
  }

  /// The members of `content`, and `type` among them.
  private struct Line<Content: Encodable>: Encodable {
    let type: String
    let content: Content

    private enum CodingKeys: CodingKey {
      case type
    }

    func encode(to encoder: any Encoder) throws {
      try content.encode(to: encoder)
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(type, forKey: .type)
    }
  }

  private struct Summary: Encodable {
    let schema: String
    let version: String
    let complete: Bool
    let interrupted: Bool
    let counts: Counts
    let coverage: ReportedCoverage
    let notices: [String]
    let ruleSet: String?
    let shard: ReportedShard?

    init(_ verdict: ReportedVerdict) {
      schema = verdict.schema
      version = verdict.version
      complete = verdict.complete
      interrupted = verdict.interrupted
      counts = Counts(
        findings: verdict.findings.count, allowed: verdict.allowed.count, incidents: verdict.incidents.count)
      coverage = verdict.coverage
      notices = verdict.notices
      ruleSet = verdict.ruleSet
      shard = verdict.shard
    }
  }

  private struct Counts: Encodable {
    let findings: Int
    let allowed: Int
    let incidents: Int
  }
}
