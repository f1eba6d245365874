internal import CPCRE2

/// A regular expression, compiled by PCRE2 for its JIT.
///
/// Subjects are bytes: a pattern sees no code points, so that text in any encoding, valid or not, can be matched. `$`
/// means the very end, and the only line end is LF, as in the RE2 dialect that rules are written in.
///
/// An expression that begins with `(*UTF)` counts code points instead wherever the subject is UTF-8 and not all ASCII, so that
/// `.{1,9}` is nine characters of any language; for bytes that are no UTF-8 every byte is one.
@safe package final class Pattern: Sendable {
  /// PCRE2 never writes to a compiled pattern after the JIT has run, so threads may share it.
  private nonisolated(unsafe) let code: OpaquePointer
  /// The same for subjects that are not all ASCII, where code points count.
  private nonisolated(unsafe) let codePointCode: OpaquePointer?

  /// What an expression begins with that counts code points.
  package static let codePoints = "(*UTF)"

  /// How many capture groups the pattern has.
  package let captureCount: Int

  /// - Throws: `PatternError` with code `.syntax` and the offset of the mistake in `source`.
  package init(_ source: String) throws(PatternError) {
    if source.hasPrefix(Pattern.codePoints) {
      let expression = String(source.dropFirst(Pattern.codePoints.count))
      let wide = try unsafe Pattern.compiled(expression, PCRE2_UTF)
      unsafe codePointCode = wide
      do throws(PatternError) {
        unsafe code = try unsafe Pattern.compiled(expression, 0)
      } catch {
        // A class with a range of letters beyond ASCII is none of bytes. What is no UTF-8 then matches nothing.
        unsafe code = try unsafe Pattern.compiled(expression, PCRE2_UTF | PCRE2_MATCH_INVALID_UTF)
      }
    } else {
      unsafe codePointCode = nil
      unsafe code = try unsafe Pattern.compiled(source, 0)
    }
    var captures: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &captures)
    captureCount = Int(captures)
  }

  deinit {
    unsafe pcre2_code_free_8(codePointCode)
    unsafe pcre2_code_free_8(code)
  }

  private static func compiled(_ source: String, _ options: UInt32) throws(PatternError) -> OpaquePointer {
    var errorCode: Int32 = 0
    var errorOffset = 0
    var source = source
    let context = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    let compiled = source.withUTF8 { bytes in
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count, UInt32(PCRE2_DOLLAR_ENDONLY) | options, &errorCode, &errorOffset, context)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(code: .syntax(offset: errorOffset), cause: Pattern.message(for: errorCode))
    }
    // Where the JIT has no code for this processor, PCRE2 falls back to its interpreter, with the same results.
    unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
    return unsafe compiled
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
    if let codePointCode = unsafe codePointCode, !bytes.isASCII(in: window) {
      status = unsafe attempt(codePointCode, bytes, window, options, scratch)
    }
    // Bytes that are no UTF-8 are told by these errors.
    if status <= PCRE2_ERROR_UTF8_ERR1 && status >= PCRE2_ERROR_UTF8_ERR21 || status == PCRE2_ERROR_BADUTFOFFSET {
      status = unsafe attempt(code, bytes, window, options, scratch)
    }
    if status == PCRE2_ERROR_NOMATCH { return nil }
    guard status >= 0 else {
      throw PatternError(code: .limit, cause: Pattern.message(for: status))
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

  private func attempt(
    _ code: OpaquePointer, _ bytes: borrowing RawSpan, _ window: Range<Int>, _ options: UInt32,
    _ scratch: borrowing PatternScratch
  ) -> Int32 {
    let status = unsafe run(code, bytes, window, options, scratch)
    guard status == PCRE2_ERROR_JIT_STACKLIMIT else { return status }
    return unsafe run(code, bytes, window, options | PCRE2_NO_JIT, scratch)
  }

  private func run(
    _ code: OpaquePointer, _ bytes: borrowing RawSpan, _ window: Range<Int>, _ options: UInt32,
    _ scratch: borrowing PatternScratch
  ) -> Int32 {
    unsafe bytes.withUnsafeBytes { buffer in
      // PCRE2 wants an address even for an empty subject.
      let subject = unsafe buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? Pattern.emptySubject
      return unsafe pcre2_match_8(
        code, subject, window.upperBound, window.lowerBound, options, scratch.matchData, scratch.matchContext)
    }
  }

  private nonisolated(unsafe) static let emptySubject: UnsafePointer<UInt8> = {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    unsafe byte.initialize(to: 0)
    return unsafe UnsafePointer(byte)
  }()

  private static func message(for code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 160)
    let length = unsafe pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length < 0 ? "PCRE2 error \(code)" : String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
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
