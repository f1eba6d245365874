internal import Synchronization

/// A pattern compiled when it is first asked for, once for all threads.
package final class LazyPattern: Sendable {
  package let source: String
  private let compiled = AtomicLazyReference<Pattern>()

  package init(_ source: String) {
    self.source = source
  }

  /// - Throws: `PatternError` when the source is not a valid expression, which judging the rule has ruled out.
  package func pattern() throws(PatternError) -> Pattern {
    if let pattern = compiled.load() { return pattern }
    // Of two threads that compile at once, one's work is dropped.
    return compiled.storeIfNil(try Pattern(source))
  }
}
