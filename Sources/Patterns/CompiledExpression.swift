internal import CPCRE2
internal import Synchronization

/// An expression as PCRE2 compiled it: interpreted at first, and by the JIT from when it has been matched often.
///
/// To make machine code of an expression takes as long as a few dozen matches in the interpreter, and most rules that a scan
/// needs at all it needs a few times.
@safe final class CompiledExpression: Sendable {
  /// PCRE2 never writes to a compiled expression while it matches, so threads may share it.
  private nonisolated(unsafe) let code: OpaquePointer
  /// The address of a copy with machine code, once there is one: the JIT writes to what it compiles.
  private let machineCode = Atomic<UInt>(0)
  /// How much the interpreter has done, in matches of short windows.
  private let work = Atomic<Int>(0)

  /// How much work is worth machine code.
  private static let worthIt = 32
  /// How many bytes of a window count as one match more.
  private static let bytesPerMatch = 64

  init(_ source: String, _ options: UInt32) throws(PatternError) {
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
      throw PatternError(code: .syntax(offset: errorOffset), cause: PatternError.message(for: errorCode))
    }
    unsafe code = compiled
  }

  deinit {
    unsafe pcre2_code_free_8(OpaquePointer(bitPattern: machineCode.load(ordering: .acquiring)))
    unsafe pcre2_code_free_8(code)
  }

  /// How many capture groups it has.
  var captureCount: Int {
    var count: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  /// What `pcre2_match` says of the first match that starts in `window`.
  func match(
    _ bytes: borrowing RawSpan, _ window: Range<Int>, _ options: UInt32, _ scratch: borrowing PatternScratch
  ) -> Int32 {
    if let fast = unsafe fastCode(window.count) { return unsafe match(fast, bytes, window, options, scratch) }
    let status = unsafe run(code, bytes, window, options, scratch)
    guard CompiledExpression.isLimit(status), let fast = unsafe makeFast() else { return status }
    // The two count differently, and what one gives up may not depend on how often the rule was needed before.
    return unsafe match(fast, bytes, window, options, scratch)
  }

  private func fastCode(_ length: Int) -> OpaquePointer? {
    if let fast = unsafe OpaquePointer(bitPattern: machineCode.load(ordering: .acquiring)) { return unsafe fast }
    let more = 1 + length / CompiledExpression.bytesPerMatch
    let (_, done) = work.add(more, ordering: .relaxed)
    return unsafe done > CompiledExpression.worthIt ? makeFast() : nil
  }

  /// - Returns: `nil` when there is no memory for the copy.
  private func makeFast() -> OpaquePointer? {
    guard let copy = unsafe pcre2_code_copy_8(code) else { return nil }
    // Where the JIT has no code for this processor, PCRE2 falls back to its interpreter, with the same results.
    unsafe pcre2_jit_compile_8(copy, PCRE2_JIT_COMPLETE)
    let (isFirst, first) = machineCode.compareExchange(
      expected: 0, desired: UInt(bitPattern: copy), ordering: .acquiringAndReleasing)
    guard !isFirst else { return unsafe copy }
    // Of two threads that compile at once, one's work is dropped.
    unsafe pcre2_code_free_8(copy)
    return unsafe OpaquePointer(bitPattern: first)
  }

  private static func isLimit(_ status: Int32) -> Bool {
    status == PCRE2_ERROR_MATCHLIMIT || status == PCRE2_ERROR_DEPTHLIMIT || status == PCRE2_ERROR_HEAPLIMIT
  }

  private func match(
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
      let subject = unsafe buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? CompiledExpression.emptySubject
      return unsafe pcre2_match_8(
        code, subject, window.upperBound, window.lowerBound, options, scratch.matchData, scratch.matchContext)
    }
  }

  private nonisolated(unsafe) static let emptySubject: UnsafePointer<UInt8> = {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    unsafe byte.initialize(to: 0)
    return unsafe UnsafePointer(byte)
  }()
}
