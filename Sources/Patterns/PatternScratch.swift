internal import CPCRE2

/// What one worker needs to match patterns: room for capture groups, the limits, and a stack for the JIT.
@safe package struct PatternScratch: ~Copyable {
  let matchData: OpaquePointer
  let matchContext: OpaquePointer
  private let stack: OpaquePointer?

  /// Limits within which every pattern must know whether it matches.
  package struct Limits: Sendable {
    /// Backtracking steps.
    package var match: UInt32 = 2_000_000
    /// Nested backtracking points.
    package var depth: UInt32 = 100_000
    /// Heap of the interpreter, in KiB.
    package var heap: UInt32 = 32_768

    package init() {}
  }

  /// Groups beyond this number are matched but not reported.
  static let groupCapacity = 64

  package init(limits: Limits = Limits()) throws(PatternError) {
    guard let matchData = unsafe pcre2_match_data_create_8(UInt32(PatternScratch.groupCapacity), nil),
      let matchContext = unsafe pcre2_match_context_create_8(nil)
    else {
      throw PatternError(code: .engine, cause: "PCRE2 could not get memory for matching")
    }
    unsafe pcre2_set_match_limit_8(matchContext, limits.match)
    unsafe pcre2_set_depth_limit_8(matchContext, limits.depth)
    unsafe pcre2_set_heap_limit_8(matchContext, limits.heap)
    unsafe self.matchData = matchData
    unsafe self.matchContext = matchContext
    // The machine stack's share is 32 KiB; this one begins as small and grows for patterns that backtrack far.
    unsafe stack = pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nil)
    unsafe pcre2_jit_stack_assign_8(matchContext, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    unsafe pcre2_match_data_free_8(matchData)
    unsafe pcre2_match_context_free_8(matchContext)
    unsafe pcre2_jit_stack_free_8(stack)
  }
}
