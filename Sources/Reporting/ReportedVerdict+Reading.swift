internal import Vocabulary

// From a report as written to the nouns of a scan. What a report says is not taken on trust: a number out of range or a name
// that nobody knows is an error, for it could hide what was found.

extension ReportedVerdict {
  var verdict: Verdict {
    get throws(ReportError) {
      let summaries = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
      var verdict = Verdict(notices: notices)
      verdict.findings.reserveCapacity(findings.count)
      for finding in findings { verdict.findings.append(try finding.finding(rules: summaries)) }
      for finding in allowed {
        guard let allowance = finding.allowance else { throw ReportError("an allowed finding without its allowance") }
        verdict.allowed.append(AllowedFinding(finding: try finding.finding(rules: summaries), allowance: allowance))
      }
      for incident in incidents { verdict.incidents.append(try incident.incident) }
      verdict.tolerated = try tolerated
      verdict.coverage = try coverage.coverage
      verdict.isInterrupted = interrupted
      verdict.shard = try shard?.shard
      verdict.ruleSetDigest = ruleSet
      return verdict
    }
  }

  /// The kinds of which every incident is tolerated.
  private var tolerated: Set<Incident.Kind> {
    get throws(ReportError) {
      var kinds: Set<Incident.Kind> = []
      for incident in incidents where incident.tolerated { kinds.insert(try incident.incident.kind) }
      for incident in incidents where !incident.tolerated { kinds.remove(try incident.incident.kind) }
      return kinds
    }
  }
}

extension ReportedIncident {
  fileprivate var incident: Incident {
    get throws(ReportError) {
      guard let kind = Incident.Kind(rawValue: kind) else { throw ReportError("an incident of unknown kind: \(kind)") }
      return Incident(kind: kind, subject: subject, reason: reason, hint: hint)
    }
  }
}

extension ReportedCoverage {
  fileprivate var coverage: Coverage {
    get throws(ReportError) {
      guard [blobs, bytes, submodules, excluded, messages, known ?? 0].allSatisfy({ $0 >= 0 }) else {
        throw ReportError("its coverage holds a number below 0")
      }
      var coverage = Coverage(
        blobs: blobs, bytes: bytes, submodules: submodules, excluded: excluded, messages: messages)
      coverage.known = known ?? 0
      return coverage
    }
  }
}

extension ReportedShard {
  fileprivate var shard: Shard {
    get throws(ReportError) {
      guard (1...Shard.mostShards).contains(count), (1...count).contains(index) else {
        throw ReportError("it says that it is shard \(index) of \(count)")
      }
      return Shard(index: index, count: count, basis: basis)
    }
  }
}
