package import Vocabulary

/// Finds what other tools' baselines accept among what a scan of stanch found.
///
/// Nothing is accepted that is not shown to be the same secret, but for reports that hold neither a secret nor its digest: there
/// path, line and rule have to do.
package struct ForeignMatcher {
  package enum Outcome {
    /// All places of the secret in one file; of every file where the tool accepts it everywhere.
    case found([Finding])
    /// Something else allows it already.
    case allowed(String)
    case missed(String)
  }

  private let findings: [Finding]
  private let allowed: [AllowedFinding]
  private let text: (RepositoryPath) -> [UInt8]?
  /// By path, then in the order of the text.
  private let places: [RepositoryPath: [Int]]
  private let sha1: [[UInt8]: [Int]]
  private let sha256: [[UInt8]: [Int]]

  /// - Parameter text: what a file holds; `nil` where there is none.
  package init(_ findings: [Finding], allowed: [AllowedFinding] = [], text: @escaping (RepositoryPath) -> [UInt8]?) {
    self.findings = findings
    self.allowed = allowed
    self.text = text
    func index<Key: Hashable>(_ key: (Finding) -> Key) -> [Key: [Int]] {
      Dictionary(grouping: findings.indices) { key(findings[$0]) }
    }
    places = index(\.provenance.path)
    sha1 = index { PlainDigest.sha1($0.secret.revealedBytes()) }
    sha256 = index { PlainDigest.sha256($0.secret.revealedBytes()) }
  }

  package func match(_ entry: ForeignEntry) -> Outcome {
    if let finding = whole(entry) ?? part(entry) ?? place(entry) { return .found(everyPlace(of: finding, entry)) }
    if let allowed = allowed.first(where: { isOf(entry, $0.finding) }) { return .allowed(allowed.allowance) }
    return .missed(reason(entry))
  }

  private func everyPlace(of finding: Finding, _ entry: ForeignEntry) -> [Finding] {
    findings.filter {
      $0.fingerprint == finding.fingerprint
        && (entry.path == nil || $0.provenance.path == finding.provenance.path)
    }
  }

  // MARK: Proofs

  /// The finding whose secret is the accepted one: in its file, or in the first that it may have moved to.
  private func whole(_ entry: ForeignEntry) -> Finding? {
    let candidates: [Int]
    switch entry.proof {
    case .sha1(let digest): candidates = sha1[digest] ?? []
    case .sha256(let digest): candidates = sha256[digest] ?? []
    case .secret(let secret):
      let value = ForeignMatcher.withUnixLineEnds(secret.revealedBytes())
      candidates = findings.indices.filter { ForeignMatcher.withUnixLineEnds(bytes($0)) == value }
    case .kingfisher: candidates = here(entry).filter { isOf(entry, findings[$0]) }
    case .place: candidates = []
    }
    return nearest(candidates, entry)
  }

  /// The finding whose secret holds what the tool took for the secret, or the other way round: in its file alone.
  private func part(_ entry: ForeignEntry) -> Finding? {
    let near = here(entry).filter { index in entry.line.map { lines(index).contains($0) } ?? true }
    switch entry.proof {
    case .secret(let secret):
      return nearest(here(entry).filter { ForeignMatcher.overlap(bytes($0), secret.revealedBytes()) }, entry)
    case .sha1(let digest):
      return nearest(near.filter { ForeignMatcher.holds(bytes($0), digest) }, entry) ?? ofLine(entry, near)
    case .kingfisher: return ofLine(entry, near)
    case .sha256, .place: return nil
    }
  }

  /// The finding on the entry's line whose secret overlaps with the part of the line that was accepted.
  private func ofLine(_ entry: ForeignEntry, _ near: [Int]) -> Finding? {
    guard !near.isEmpty, let path = entry.path, let number = entry.line, let text = text(path),
      let line = ForeignMatcher.range(ofLine: number, in: text)
    else { return nil }
    let value: ArraySlice<UInt8>?
    switch entry.proof {
    case .sha1(let digest): value = ForeignMatcher.part(of: text[line]) { PlainDigest.sha1($0) == digest }
    case .kingfisher(let fingerprint): value = KingfisherFingerprint(fingerprint).part(of: line, in: text)
    case .secret, .sha256, .place: value = nil
    }
    guard let value else { return nil }
    return nearest(near.filter { ForeignMatcher.overlap(bytes($0), Array(value)) }, entry)
  }

  private func isOf(_ entry: ForeignEntry, _ finding: Finding) -> Bool {
    let secret = finding.secret.revealedBytes()
    switch entry.proof {
    case .secret(let value):
      return ForeignMatcher.withUnixLineEnds(secret) == ForeignMatcher.withUnixLineEnds(value.revealedBytes())
    case .sha1(let digest): return PlainDigest.sha1(secret) == digest
    case .sha256(let digest): return PlainDigest.sha256(secret) == digest
    case .kingfisher(let value):
      guard finding.provenance.path == entry.path, let text = text(finding.provenance.path) else { return false }
      let fingerprint = KingfisherFingerprint(value)
      return fingerprint.isOf(secret, in: text) || fingerprint.isOf(secret, inTextOfSize: text.count)
    case .place:
      return finding.provenance.path == entry.path
        && entry.line.map { (finding.region.startLine...finding.region.endLine).contains($0) } == true
    }
  }

  /// For a report without secrets: the finding on the line whose rule is the same, or akin, or the only one there.
  private func place(_ entry: ForeignEntry) -> Finding? {
    guard case .place = entry.proof else { return nil }
    let near = here(entry).filter { isOf(entry, findings[$0]) }
    let words = Set(entry.rule.lowercased().split { !$0.isLetter && !$0.isNumber })
    func kinship(_ index: Int) -> Int {
      let rule = findings[index].rule.id.name
      return rule == entry.rule ? .max : words.intersection(rule.split { !$0.isLetter && !$0.isNumber }).count
    }
    guard let best = near.max(by: { kinship($0) < kinship($1) }) else { return nil }
    return kinship(best) > 0 || near.count == 1 ? findings[best] : nil
  }

  // MARK: Why not

  private func reason(_ entry: ForeignEntry) -> String {
    guard let path = entry.path else { return "no finding has this secret any more" }
    let near = here(entry).filter { index in entry.line.map { lines(index).contains($0) } ?? true }
    if !near.isEmpty {
      if case .place = entry.proof { return "stanch finds something else on this line" }
      return "stanch finds another secret there than the one that was accepted"
    }
    return text(path) == nil
      ? "there is no such file any more" : "stanch finds nothing there, so nothing is to be accepted"
  }

  // MARK: Findings

  private func bytes(_ index: Int) -> [UInt8] { findings[index].secret.revealedBytes() }

  private func lines(_ index: Int) -> ClosedRange<Int> {
    findings[index].region.startLine...findings[index].region.endLine
  }

  /// What was found in the entry's file.
  private func here(_ entry: ForeignEntry) -> [Int] { entry.path.flatMap { places[$0] } ?? [] }

  /// In the entry's file the one nearest to its line; else the first.
  private func nearest(_ candidates: [Int], _ entry: ForeignEntry) -> Finding? {
    let here = candidates.filter { findings[$0].provenance.path == entry.path }
    let line = entry.line ?? 0
    let best = here.min { abs(lines($0).lowerBound - line) < abs(lines($1).lowerBound - line) } ?? candidates.first
    return best.map { findings[$0] }
  }

  // MARK: Bytes

  private static func withUnixLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains(13) ? bytes.filter { $0 != 13 } : bytes
  }

  /// Whether one holds the other.
  private static func overlap(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (long, short) = left.count >= right.count ? (left, right) : (right, left)
    guard !short.isEmpty else { return false }
    return (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
  }

  /// Of longer texts not every part is tried.
  private static let longestTried = 512

  private static func holds(_ secret: [UInt8], _ digest: [UInt8]) -> Bool {
    part(of: secret.prefix(longestTried)) { PlainDigest.sha1($0) == digest } != nil
  }

  private static func part(
    of text: ArraySlice<UInt8>, where condition: (ArraySlice<UInt8>) -> Bool
  ) -> ArraySlice<UInt8>? {
    guard text.count <= longestTried else { return nil }
    for start in text.indices {
      for end in (start + 1)...text.endIndex where condition(text[start..<end]) { return text[start..<end] }
    }
    return nil
  }

  private static func range(ofLine number: Int, in text: [UInt8]) -> Range<Int>? {
    guard number > 0 else { return nil }
    var start = 0
    for _ in 1..<number {
      guard let end = text[start...].firstIndex(of: 10) else { return nil }
      start = end + 1
    }
    return start..<(text[start...].firstIndex { $0 == 10 || $0 == 13 } ?? text.count)
  }
}
