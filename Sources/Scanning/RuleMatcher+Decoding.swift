internal import Decoding
internal import Patterns
internal import Rules

/// What stands encoded in a text is matched as a text of its own, and so on in what is encoded there.
///
/// A run of digits is decoded whole, and depends on nothing but itself and a byte on each side. Of what is encoded character by
/// character the parts round the escapes are decoded, with what is near, and depend on little more.
extension RuleMatcher {
  /// How many encodings may stand one in another.
  private static let deepest = 5

  /// Whether something would be found, or not be known in the end, in what is encoded in a text and new in it.
  func holdsEncoded(_ text: borrowing RawSpan, _ hits: [LiteralHit], new copied: CopiedText) -> Bool {
    !encoded(in: text, hits, new: copied, at: .unknown).isEmpty
  }

  /// What is found in what is encoded in a text and was not copied with all it depends on.
  ///
  /// - Parameter hits: all literals of the first group that stand in the text.
  func encoded(
    in text: borrowing RawSpan, _ hits: [LiteralHit], new copied: CopiedText, at place: Place, depth: Int = 0
  ) -> Examination {
    var examination = Examination()
    guard depth < RuleMatcher.deepest else { return examination }
    for range in copied.newRanges(margin: DigitRuns.shortest + 1) {
      var start = 0
      while let run = DigitRuns.next(in: text, range, after: start) {
        start = run.upperBound
        guard let decoded = DigitDecoder.text(in: run, of: text) else { continue }
        examination.add(examine(decoded, isWhole: (true, true), at: place, depth: depth))
      }
    }
    for stretch in stretches(in: text, hits) where !isUntouched(stretch, copied) {
      guard let decoded = EscapeDecoder.text(in: stretch, of: text) else { continue }
      let isWhole = (isBoundary(stretch.lowerBound, text), isBoundary(stretch.upperBound, text))
      examination.add(examine(decoded, isWhole: isWhole, at: place, depth: depth))
    }
    return examination
  }

  private func stretches(in text: borrowing RawSpan, _ hits: [LiteralHit]) -> [Range<Int>] {
    guard let first = groups.first?.keywords.firstMarker else { return [] }
    let ends = hits.lazy.filter { $0.literal >= first }.map(\.end)
    return EscapeStretches.all(Array(ends), length: text.byteCount)
  }

  /// Whether a stretch is the same where it was copied from: then nothing is in it, or it would not be asked for.
  private func isUntouched(_ stretch: Range<Int>, _ copied: CopiedText) -> Bool {
    // As far again as a marker that would have joined it can be.
    let reach = EscapeStretches.reach + 16
    guard let part = copied.part(holding: stretch.lowerBound) else { return false }
    return copied.holds(part, from: stretch.lowerBound - reach, to: stretch.upperBound + reach)
  }

  /// Whether a text ends at an offset, or a line.
  private func isBoundary(_ offset: Int, _ text: borrowing RawSpan) -> Bool {
    guard offset > 0, offset < text.byteCount else { return true }
    return text.byte(at: offset - 1) == 10 || text.byte(at: offset) == 10
  }

  /// - Parameter isWhole: whether the text begins and ends here where it was decoded from, and was not cut.
  private func examine(
    _ decoded: DecodedText, isWhole: (start: Bool, end: Bool), at place: Place, depth: Int
  ) -> Examination {
    var examination = Examination()
    let bytes = decoded.bytes
    var markers: [LiteralHit]?
    for group in groups {
      var hits: [LiteralHit] = []
      do throws(PatternError) {
        try group.findKeywords(in: unsafe bytes.span.bytes, 0..<bytes.count, &hits)
      } catch {
        examination.complaints.insert(RuleMatcher.stopped(error))
      }
      group.windows.forEach(hits, length: bytes.count) { number, window, keyword in
        let text = unsafe bytes.span.bytes
        outcomes(
          of: number, in: group, window, keyword, text, isBinary: false, asksPath: false, at: place
        ) { outcome in
          switch outcome {
          case .candidate(let candidate, let dependsOnPath):
            guard decoded.isChanged(candidate.match),
              !decoded.isCut(candidate.match, startsWhole: isWhole.start, endsWhole: isWhole.end)
            else { return }
            examination.candidates.append((candidate.encoded(in: decoded), dependsOnPath))
          case .dropped: return
          case .gaveUp(let error):
            examination.complaints.insert(RuleMatcher.gaveUp(group.name(ofRule: number), error))
          }
        }
      }
      if markers == nil { markers = hits }
    }
    let text = unsafe bytes.span.bytes
    var nested = encoded(in: text, markers ?? [], new: CopiedText(length: bytes.count), at: place, depth: depth + 1)
    nested.candidates = nested.candidates.map { ($0.candidate.encoded(in: decoded), $0.dependsOnPath) }
    examination.add(nested)
    return examination
  }
}
