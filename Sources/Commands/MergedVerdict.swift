internal import Vocabulary

/// What one run would have said, from what several said.
struct MergedVerdict {
  let verdict: Verdict

  /// - Throws: `CommandError` when the reports do not belong together.
  init(_ inputs: [MergeInput]) throws(CommandError) {
    let shards = try MergeShards(inputs)
    let verdicts = inputs.map(\.verdict)
    var merged = Verdict()
    for verdict in verdicts {
      merged.coverage += verdict.coverage
      merged.isInterrupted = merged.isInterrupted || verdict.isInterrupted
    }
    let findings = verdicts.flatMap(\.findings)
    let allowed = verdicts.flatMap(\.allowed)
    if shards == nil {
      merged.findings = MergedVerdict.recounted(MergedVerdict.distinct(findings))
      merged.allowed = MergedVerdict.distinct(allowed)
    } else {
      merged.findings = MergedFindings(findings).findings
      merged.allowed = MergedFindings.joined(allowed)
    }
    merged.findings.sort()
    merged.allowed.sort { $0.finding < $1.finding }
    merged.incidents = (shards?.incidents ?? []) + MergedVerdict.distinct(verdicts.flatMap(\.incidents)).sorted()
    merged.tolerated = MergedVerdict.tolerated(verdicts, missing: shards?.missing ?? [])
    merged.notices = MergedVerdict.distinct(verdicts.flatMap(\.notices))
    merged.ruleSetDigest = MergedVerdict.same(verdicts.map(\.ruleSetDigest))
    if shards == nil, inputs.count > 1 {
      merged.notices.append("these reports are no shards of one scan: what they say is put side by side")
    }
    verdict = merged
  }

  /// What every report tolerates where it occurs. With a shard missing nothing unreadable is tolerated: no user accepted that gap.
  private static func tolerated(_ verdicts: [Verdict], missing: [Int]) -> Set<Incident.Kind> {
    var kinds = verdicts.reduce(into: Set<Incident.Kind>()) { $0.formUnion($1.tolerated) }
    for verdict in verdicts {
      kinds.subtract(verdict.incidents.map(\.kind).filter { !verdict.tolerated.contains($0) })
    }
    if !missing.isEmpty { kinds.remove(.unreadable) }
    return kinds
  }

  /// Of equal elements the first.
  private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }

  private static func same(_ digests: [String?]) -> String? {
    Set(digests).count == 1 ? digests.first.flatMap { $0 } : nil
  }

  /// Findings that are places of one scan count all places of the secret; those of a history carry their own count.
  private static func recounted(_ findings: [Finding]) -> [Finding] {
    var counts: [Fingerprint: Int] = [:]
    for finding in findings where finding.trace == nil { counts[finding.fingerprint, default: 0] += 1 }
    return findings.map { finding in
      guard finding.trace == nil, let count = counts[finding.fingerprint] else { return finding }
      var finding = finding
      finding.occurrences = max(count, finding.occurrences)
      return finding
    }
  }
}
