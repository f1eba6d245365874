internal import CPCRE2

/// A regular expression, compiled by PCRE2 for its JIT.
///
/// Subjects are bytes: a pattern sees no code points, so that text in any encoding, valid or not, can be matched. `$`
/// means the very end, and the only line end is LF, as in the RE2 dialect that rules are written in.
@safe package final class Pattern: Sendable {
  /// PCRE2 never writes to a compiled pattern after the JIT has run, so threads may share it.
  private nonisolated(unsafe) let code: OpaquePointer

  /// How many capture groups the pattern has.
  package let captureCount: Int

  /// - Throws: `PatternError` with code `.syntax` and the offset of the mistake in `source`.
  package init(_ source: String) throws(PatternError) {
    var errorCode: Int32 = 0
    var errorOffset = 0
    var source = source
    let context = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    let compiled = source.withUTF8 { bytes in
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count, UInt32(PCRE2_DOLLAR_ENDONLY), &errorCode, &errorOffset, context)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(code: .syntax(offset: errorOffset), cause: Pattern.message(for: errorCode))
    }
    unsafe code = compiled
    var captures: UInt32 = 0
    unsafe pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &captures)
    captureCount = Int(captures)
    // Where the JIT has no code for this processor, PCRE2 falls back to its interpreter, with the same results.
    unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
  }

  deinit {
    unsafe pcre2_code_free_8(code)
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
    var status = run(bytes, window, options, scratch)
    if status == PCRE2_ERROR_JIT_STACKLIMIT {
      status = run(bytes, window, options | PCRE2_NO_JIT, scratch)
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

  private func run(
    _ bytes: borrowing RawSpan, _ window: Range<Int>, _ options: UInt32, _ scratch: borrowing PatternScratch
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
