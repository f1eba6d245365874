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
      let examination = matcher.examine(reading, at: RuleMatcher.Place(blob.provenance))
      result.incidents += examination.incidents(about: blob.provenance.path)
      result.dropped += examination.dropped(in: reading, of: blob)
      let candidates = examination.candidates.map(\.candidate)
      guard !candidates.isEmpty else { continue }
      let writer = FindingWriter(blob: blob, reading: reading, candidates: candidates, key: key)
      let composition = Composition(candidates, in: unsafe reading.bytes.span.bytes)
      let findings = CandidateSelection(composition).chosen.map(writer.finding)
      guard !findings.isEmpty else { continue }
      result.parts.append(ScanResult.Part(text: writer.text, findings: findings.sorted()))
    }
    return result
  }

  /// What the rules make of a blob, each by itself.
  struct Matches {
    /// Every rule and secret, whatever stands beside it.
    var uses: Set<SecretUse> = []
    var incidents: [Incident] = []
    /// Whether the rule that was asked about matches somewhere with no keyword of its own inside the match.
    var isStray = false
  }

  func matches(in blob: Blob, askingAbout id: RuleID? = nil) -> Matches {
    var matches = Matches()
    for reading in Reading.all(of: blob.bytes) {
      for candidate in matcher.candidates(in: reading, of: blob.provenance, incidents: &matches.incidents) {
        let rule = candidate.rule.summary.id
        matches.uses.insert(SecretUse(rule: rule, secret: Secret(candidate.value(in: reading.bytes))))
        // What stands encoded was matched in another text.
        guard rule == id, candidate.decoded == nil else { continue }
        let match = String(decoding: reading.bytes[candidate.match], as: UTF8.self).lowercased()
        if !candidate.rule.definition.keywords.contains(where: match.contains) { matches.isStray = true }
      }
    }
    return matches
  }

  /// Every rule and secret in the blob, those that give way to a surer rule too, and what completes them: what a later
  /// version may repeat without being new.
  package func uses(in blob: Blob) -> (uses: Set<SecretUse>, incidents: [Incident]) {
    var uses: Set<SecretUse> = []
    var incidents: [Incident] = []
    for reading in Reading.all(of: blob.bytes) {
      let candidates = matcher.candidates(in: reading, of: blob.provenance, incidents: &incidents)
      guard !candidates.isEmpty else { continue }
      let composition = Composition(candidates, in: unsafe reading.bytes.span.bytes)
      for candidate in composition.reportable.map({ composition.candidates[$0] }) {
        let secret = Secret(candidate.value(in: reading.bytes))
        let rule = candidate.rule.summary.id
        // What had company before brings nothing new when it has none.
        if !candidate.rule.definition.companions.isEmpty {
          uses.insert(SecretUse(rule: rule, secret: secret, isAlone: true))
        }
        if candidate.alone == nil { uses.insert(SecretUse(rule: rule, secret: secret)) }
      }
      for component in candidates where component.rule.definition.isComponent {
        let secret = Secret(component.value(in: reading.bytes))
        uses.insert(SecretUse(rule: component.rule.summary.id, secret: secret))
      }
    }
    return (uses, incidents)
  }
}
