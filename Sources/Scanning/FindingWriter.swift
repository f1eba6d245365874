internal import Rules
internal import Vocabulary

/// Turns candidates of one reading into findings: places, excerpts, evidence.
struct FindingWriter {
  private let blob: Blob
  private let reading: Reading
  private let lines: LineIndex
  /// The text that lines and columns are counted in: the blob, or what it was decoded to.
  let text: [UInt8]
  /// Where every candidate's secret stands in the reading, merged, so that an excerpt masks the neighbours too.
  private let secrets: [Span]
  private let key: FingerprintKey

  private struct Span {
    var range: Range<Int>
    var visible: Int
  }

  init(blob: Blob, reading: Reading, candidates: [Candidate], key: FingerprintKey) {
    self.blob = blob
    self.reading = reading
    self.key = key
    text = reading.encoding == .wideRuns ? blob.bytes : reading.bytes
    lines = LineIndex(text)
    var merged: [Span] = []
    for candidate in candidates.sorted(by: { $0.secret.lowerBound < $1.secret.lowerBound }) {
      if let last = merged.last, candidate.secret.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, candidate.secret.upperBound)
        // What two rules see in different places shows no prefix.
        merged[merged.count - 1] = Span(
          range: last.range.lowerBound..<end,
          visible: last.range == candidate.secret ? max(last.visible, candidate.visiblePrefix) : 0)
      } else {
        merged.append(Span(range: candidate.secret, visible: candidate.visiblePrefix))
      }
    }
    secrets = merged
  }

  func finding(_ candidate: Candidate) -> Finding {
    let secret = Secret(candidate.value(in: reading.bytes))
    let summary = candidate.rule.summary
    // What is about the path alone holds no secret: there the path tells one finding from another.
    let identity = candidate.secret.isEmpty ? Secret(blob.provenance.path.bytes) : secret
    var finding = Finding(
      rule: candidate.alone.map(summary.with) ?? summary, secret: secret, provenance: blob.provenance,
      region: region(candidate.secret),
      excerpt: excerpt(candidate), fingerprint: Fingerprint(rule: summary.id, secret: identity, key: key),
      entropy: candidate.entropy, evidence: evidence(candidate), confidence: candidate.confidence)
    finding.isAlone = candidate.alone != nil
    if candidate.match != candidate.secret, !candidate.match.isEmpty {
      let match = region(candidate.match)
      finding.matchLines = match.startLine...max(match.startLine, match.endLine)
    }
    finding.components = candidate.components.map {
      Finding.Component(rule: $0.rule, secret: Secret(Array(reading.bytes[$0.secret])))
    }
    return finding
  }

  private func region(_ range: Range<Int>) -> TextRegion {
    guard let start = reading.sourceOffset(of: range.lowerBound),
      let end = reading.sourceOffset(of: max(range.lowerBound, range.upperBound - 1))
    else { return lines.region(of: range, in: text) }
    return lines.region(of: start..<(range.isEmpty ? start : end + 1), in: text)
  }

  private func evidence(_ candidate: Candidate) -> [String] {
    let summary = candidate.rule.summary
    var evidence: [String] = []
    if candidate.rule.definition.weighed == nil {
      switch summary.confidence {
      case .high: evidence.append("it has the shape of this kind of secret, which little else has")
      case .medium: evidence.append("it has the shape of this kind of secret, in a place that names it")
      case .low: evidence.append("it may be this kind of secret")
      }
    }
    if let threshold = candidate.rule.definition.entropy {
      evidence.append("entropy \(tenths(candidate.entropy)) bits per byte, above \(tenths(threshold))")
    }
    evidence += candidate.evidence
    if !candidate.rule.definition.companions.isEmpty { evidence.append(company(of: candidate)) }
    if let decoded = candidate.decoded {
      evidence.append("decoded from " + decoded.encodings.joined(separator: ", and from that "))
    }
    if reading.encoding != .bytes { evidence.append("read as \(reading.encoding.rawValue)") }
    return evidence
  }

  private func company(of candidate: Candidate) -> String {
    let asked = candidate.rule.definition.companions.map { $0.rules.map(\.name).joined(separator: " or ") }
    let names = asked.joined(separator: ", ")
    return candidate.alone == nil ? "beside it: \(names)" : "less grave by itself: not beside it \(names)"
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Bytes of the line shown before and after the secret.
  private static let context = (before: 80, after: 40)

  private func excerpt(_ candidate: Candidate) -> Excerpt {
    let bytes = reading.bytes
    let secret = candidate.secret
    let line = region(secret).startLine
    let lineStart = bytes[..<secret.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let lineEnd = bytes[secret.lowerBound...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    // Beyond a NUL there may be 16-bit text, and a secret in it that only another reading shows.
    let before = bytes[lineStart..<secret.lowerBound].lastIndex(of: 0).map { $0 + 1 } ?? lineStart
    let after = bytes[secret.upperBound...].prefix(FindingWriter.context.after).firstIndex(of: 0) ?? bytes.count
    let start = max(before, secret.lowerBound - FindingWriter.context.before)
    let end = max(start, min(lineEnd, after, secret.upperBound + FindingWriter.context.after))
    var pieces: [Excerpt.Piece] = start > lineStart ? [.text("…")] : []
    var position = start
    for span in secrets where span.range.upperBound > start && span.range.lowerBound < end {
      if span.range.lowerBound > position { pieces.append(plain(position..<span.range.lowerBound)) }
      let isSubject = span.range.overlaps(secret)
      // Of a secret that begins before what is shown, the beginning is not shown.
      let visible = span.range.lowerBound >= start ? span.visible : 0
      pieces.append(.secret(Secret(Array(bytes[span.range])), visible: visible, isSubject: isSubject))
      position = min(end, span.range.upperBound)
    }
    if position < end { pieces.append(plain(position..<end)) }
    if end < lineEnd { pieces.append(.text("…")) }
    return Excerpt(line: line, pieces: pieces)
  }

  private func plain(_ range: Range<Int>) -> Excerpt.Piece {
    .text(String(decoding: reading.bytes[range], as: UTF8.self))
  }
}
