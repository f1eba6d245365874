internal import CPCRE2

/// A regular expression, compiled by PCRE2.
///
/// Subjects are bytes: a pattern sees no code points, so that text in any encoding, valid or not, can be matched. `$`
/// means the very end, and the only line end is LF, as in the RE2 dialect that rules are written in.
///
/// An expression that begins with `(*UTF)` counts code points instead wherever the subject is UTF-8 and not all ASCII, so that
/// `.{1,9}` is nine characters of any language; for bytes that are no UTF-8 every byte is one.
package final class Pattern: Sendable {
  private let code: CompiledExpression
  /// The same for subjects that are not all ASCII, where code points count.
  private let codePointCode: CompiledExpression?

  /// What an expression begins with that counts code points.
  package static let codePoints = "(*UTF)"

  /// How many capture groups the pattern has.
  package let captureCount: Int

  /// - Throws: `PatternError` with code `.syntax` and the offset of the mistake in `source`.
  package init(_ source: String) throws(PatternError) {
    if source.hasPrefix(Pattern.codePoints) {
      let expression = String(source.dropFirst(Pattern.codePoints.count))
      codePointCode = try CompiledExpression(expression, PCRE2_UTF)
      do throws(PatternError) {
        code = try CompiledExpression(expression, 0)
      } catch {
        // A class with a range of letters beyond ASCII is none of bytes. What is no UTF-8 then matches nothing.
        code = try CompiledExpression(expression, PCRE2_UTF | PCRE2_MATCH_INVALID_UTF)
      }
    } else {
      codePointCode = nil
      code = try CompiledExpression(source, 0)
    }
    captureCount = code.captureCount
  }

  /// The first match that starts in `window`, if there is one.
  ///
  /// Bytes before the window are seen by look-behinds and `^`, bytes after it by nothing: the window must be wider than
  /// the longest match, unless it reaches the end of `bytes`.
  ///
  /// - Throws: `PatternError` with code `.limit` when PCRE2 gave up before it knew.
  package func firstMatch(
    in bytes: borrowing RawSpan, window: Range<Int>, scratch: borrowing PatternScratch
  ) throws(PatternError) -> PatternMatch? {
    let options = window.upperBound < bytes.byteCount ? PCRE2_NOTEOL : 0
    var status = PCRE2_ERROR_UTF8_ERR1
    if let codePointCode, !bytes.isASCII(in: window) {
      status = codePointCode.match(bytes, window, options, scratch)
    }
    // Bytes that are no UTF-8 are told by these errors.
    if status <= PCRE2_ERROR_UTF8_ERR1 && status >= PCRE2_ERROR_UTF8_ERR21 || status == PCRE2_ERROR_BADUTFOFFSET {
      status = code.match(bytes, window, options, scratch)
    }
    if status == PCRE2_ERROR_NOMATCH { return nil }
    guard status >= 0 else {
      throw PatternError(code: .limit, cause: PatternError.message(for: status))
    }
    // Zero says that the pattern has more groups than there is room for; those that fit are there.
    let groups = status == 0 ? PatternScratch.groupCapacity : Int(status)
    return unsafe PatternMatch(
      offsets: pcre2_get_ovector_pointer_8(scratch.matchData), groups: min(groups, captureCount + 1))
  }

  /// Whether the pattern matches anywhere in `text`.
  package func matches(_ text: [UInt8], scratch: borrowing PatternScratch) throws(PatternError) -> Bool {
    try unsafe firstMatch(in: text.span.bytes, window: 0..<text.count, scratch: scratch) != nil
  }
}

extension RawSpan {
  /// Whether no byte of `range` is above 127.
  fileprivate func isASCII(in range: Range<Int>) -> Bool {
    unsafe extracting(range).withUnsafeBytes { buffer in
      var place = 0
      while place + 8 <= buffer.count {
        let bytes = unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if bytes & 0x8080_8080_8080_8080 != 0 { return false }
        place += 8
      }
      return unsafe buffer[place...].allSatisfy { $0 < 0x80 }
    }
  }
}
