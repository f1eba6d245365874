internal import Synchronization

/// A pattern compiled when it is first asked for, once for all threads.
@safe package final class LazyPattern: Sendable {
  package let source: String
  /// The address of the pattern, retained, once there is one. (`AtomicLazyReference` costs hundreds of instructions a read where it
  /// is not specialised.)
  private let compiled = Atomic<UInt>(0)

  package init(_ source: String) {
    self.source = source
  }

  deinit {
    unsafe LazyPattern.pattern(at: compiled.load(ordering: .acquiring))?.release()
  }

  /// - Throws: `PatternError` when the source is not a valid expression, which judging the rule has ruled out.
  package func pattern() throws(PatternError) -> Pattern {
    if let pattern = unsafe LazyPattern.pattern(at: compiled.load(ordering: .acquiring)) {
      return unsafe pattern.takeUnretainedValue()
    }
    let fresh = unsafe Unmanaged.passRetained(try Pattern(source))
    let (isFirst, first) = unsafe compiled.compareExchange(
      expected: 0, desired: UInt(bitPattern: fresh.toOpaque()), ordering: .acquiringAndReleasing)
    if !isFirst, let pattern = unsafe LazyPattern.pattern(at: first) {
      // Of two threads that compile at once, one's work is dropped.
      unsafe fresh.release()
      return unsafe pattern.takeUnretainedValue()
    }
    return unsafe fresh.takeUnretainedValue()
  }

  private static func pattern(at address: UInt) -> Unmanaged<Pattern>? {
    unsafe UnsafeRawPointer(bitPattern: address).map { unsafe Unmanaged.fromOpaque($0) }
  }
}
