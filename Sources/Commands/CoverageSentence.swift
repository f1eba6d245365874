internal import Vocabulary

/// The closing line of a scan: what was found, and how much was and was not looked at.
struct CoverageSentence {
  private let verdict: Verdict

  /// Whether it is no scan for secrets.
  private let isPolicy: Bool

  init(_ verdict: Verdict, isPolicy: Bool = false) {
    self.verdict = verdict
    self.isPolicy = isPolicy
  }

  var text: String { "\(outcome) in \((lookedAt + passedBy).joined(separator: ", "))" }

  private var outcome: String {
    guard verdict.findings.isEmpty else { return "\(verdict.findings.count) found" }
    return verdict.isComplete ? clean : "not everything was looked at; nothing found"
  }

  private var clean: String { isPolicy ? "nothing against the policy" : "no secrets found" }

  private var lookedAt: [String] {
    let coverage = verdict.coverage
    var parts = [Quantity.count(coverage.blobs, "file")]
    if coverage.messages > 0 { parts.append(Quantity.count(coverage.messages, "message")) }
    return isPolicy ? parts : parts + [Quantity.size(coverage.bytes)]
  }

  private var passedBy: [String] {
    let coverage = verdict.coverage
    var parts: [String] = []
    if coverage.known > 0 { parts.append("\(coverage.known) known to be clean") }
    if coverage.submodules > 0 { parts.append("\(Quantity.count(coverage.submodules, "submodule")) passed by") }
    if coverage.excluded > 0 { parts.append("\(coverage.excluded) left out by allowlists") }
    if !verdict.allowed.isEmpty { parts.append("\(Quantity.count(verdict.allowed.count, "finding")) allowed") }
    if !verdict.incidents.isEmpty { parts.append("\(verdict.incidents.count) not looked at (\(kinds))") }
    if verdict.isInterrupted { parts.append("interrupted") }
    return parts
  }

  /// Incidents by kind, in the order of the kinds: «2 oversize, 1 unreadable».
  private var kinds: String {
    Incident.Kind.allCases.compactMap { kind in
      let count = verdict.incidents.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }.joined(separator: ", ")
  }
}
