internal import Patterns
package import Rules
package import Vocabulary

/// Bytes to findings, for one worker at a time: prefilter, windows, patterns, the rules' own conditions.
package struct Scanner: ~Copyable {
  private let ruleSet: RuleSet
  private let key: FingerprintKey
  private let matcher: RuleMatcher

  /// - Throws: `ScannerError` when there is no memory or no processor to match with.
  package init(_ ruleSet: RuleSet, key: FingerprintKey = .standard) throws(ScannerError) {
    self.ruleSet = ruleSet
    self.key = key
    matcher = try RuleMatcher(ruleSet)
  }

  /// Whether the configuration leaves everything under `path` out of the scan.
  package func excludes(_ path: RepositoryPath) -> Bool {
    matcher.excludes(path)
  }

  /// Every secret in the blob.
  package func scan(_ blob: Blob) -> ScanResult {
    var result = ScanResult()
    for reading in Reading.all(of: blob.bytes) {
      let examination = matcher.examine(reading, at: RuleMatcher.Place(blob.provenance.path))
      result.incidents += examination.incidents(about: blob.provenance.path)
      result.dropped += examination.dropped(in: reading, of: blob)
      let candidates = examination.candidates.map(\.candidate)
      guard !candidates.isEmpty else { continue }
      let writer = FindingWriter(blob: blob, reading: reading, candidates: candidates, key: key)
      let findings = CandidateSelection(candidates).chosen.map(writer.finding)
      result.parts.append(ScanResult.Part(text: writer.text, findings: findings.sorted()))
    }
    return result
  }

  /// The rules that match somewhere in the blob with no keyword of theirs inside the match.
  func rulesMatchingWithoutKeyword(in blob: Blob) -> Set<RuleID> {
    var rules: Set<RuleID> = []
    var incidents: [Incident] = []
    for reading in Reading.all(of: blob.bytes) {
      for candidate in matcher.candidates(in: reading, of: blob.provenance, incidents: &incidents) {
        guard candidate.decoded == nil else { continue }
        let match = String(decoding: reading.bytes[candidate.match], as: UTF8.self).lowercased()
        if !candidate.rule.definition.keywords.contains(where: match.contains) {
          rules.insert(candidate.rule.summary.id)
        }
      }
    }
    return rules
  }

  /// Every rule and secret in the blob, those that give way to a surer rule too: what a later version may repeat
  /// without being new.
  package func uses(in blob: Blob) -> (uses: Set<SecretUse>, incidents: [Incident]) {
    var uses: Set<SecretUse> = []
    var incidents: [Incident] = []
    for reading in Reading.all(of: blob.bytes) {
      for candidate in matcher.candidates(in: reading, of: blob.provenance, incidents: &incidents) {
        uses.insert(
          SecretUse(rule: candidate.rule.summary.id, secret: Secret(candidate.value(in: reading.bytes))))
      }
    }
    return (uses, incidents)
  }
}
