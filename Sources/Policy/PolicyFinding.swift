package import Vocabulary

/// Something that is against the policy, at one place.
package struct PolicyFinding: Hashable, Sendable {
  package let rule: PolicyRule
  /// The setting or the file that it is about.
  package let subject: String
  package let path: RepositoryPath
  /// Where in the file, in bytes; `nil` where it is about the file as a whole.
  package let range: Range<Int>?
  /// What it is seen by, in sentences without a full stop.
  package let evidence: [String]
  /// Less grave, or graver, than its rule is by itself.
  package var severity: Severity?

  package init(
    _ rule: PolicyRule, _ subject: String, at path: RepositoryPath, _ range: Range<Int>? = nil, evidence: [String],
    severity: Severity? = nil
  ) {
    self.rule = rule
    self.subject = subject
    self.path = path
    self.range = range
    self.evidence = evidence
    self.severity = severity
  }
}

extension PolicyFinding {
  /// The finding as reports take it.
  ///
  /// Its identity is what it is about: the setting, or the file, and the folder that it counts for.
  ///
  /// - Parameter text: of the file it stands in.
  package func finding(in text: [UInt8]) -> Finding {
    let lines = LineIndex(text)
    let place = range.map { $0.clamped(to: 0..<text.count) } ?? 0..<0
    let region = lines.region(of: place, in: text)
    let summary = severity.map(rule.summary.with) ?? rule.summary
    let identity = Secret(Array("\(subject)\u{0}\(path)".utf8))
    return Finding(
      rule: summary, secret: Secret(Array(subject.utf8)), provenance: Provenance(path: path), region: region,
      excerpt: Excerpt(line: region.startLine, pieces: range == nil ? [.subject(subject)] : excerpt(place, in: text)),
      fingerprint: Fingerprint(rule: summary.id, secret: identity), entropy: 0,
      evidence: ["\(subject): \(evidence.joined(separator: "; "))"])
  }

  /// The line up to the end of what it is about: what follows may be a value.
  private func excerpt(_ place: Range<Int>, in text: [UInt8]) -> [Excerpt.Piece] {
    let start = text[..<place.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let before = String(decoding: text[start..<place.lowerBound], as: UTF8.self)
    let named = text[place].prefix { $0 != 10 && $0 != 13 }
    return [.text(before), .subject(named.isEmpty ? subject : String(decoding: named, as: UTF8.self))]
  }
}
