internal import Git
internal import Suppression
internal import Vocabulary

extension Verdict {
  /// Takes a blob that was read into the coverage, or makes an incident of why it was not.
  mutating func take(_ read: BlobRead, at path: RepositoryPath, limit: Int) -> [UInt8]? {
    switch read {
    case .bytes(let bytes):
      coverage.blobs += 1
      coverage.bytes += bytes.count
      return bytes
    case .oversize(let size):
      incidents.append(
        Incident(
          kind: .oversize, subject: path.description, reason: "it has \(size) bytes, over the limit of \(limit)",
          hint: "raise the limit with --size-limit, or accept the gap with --tolerate oversize"))
    case .failed(let error):
      let kind = error.code == .promised ? Incident.Kind.partial : .unreadable
      incidents.append(
        Incident(kind: kind, subject: path.description, reason: error.description, hint: error.hint))
    }
    return nil
  }

  /// Takes what became of findings, and keeps them sorted and counted.
  mutating func take(_ judgements: [Suppression.Judgement]) {
    for judgement in judgements {
      findings += judgement.findings
      allowed += judgement.allowed
      notices += judgement.notices
    }
    findings.sort()
    countOccurrences()
  }

  /// Tells each finding how many places of this report hold the same secret under the same rule.
  private mutating func countOccurrences() {
    var counts: [Fingerprint: Int] = [:]
    for finding in findings { counts[finding.fingerprint, default: 0] += 1 }
    for index in findings.indices { findings[index].occurrences = counts[findings[index].fingerprint] ?? 1 }
  }
}
