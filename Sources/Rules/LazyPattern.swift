package import Patterns
internal import Synchronization

/// A pattern compiled when it is first asked for, once for all threads.
package final class LazyPattern: Sendable {
  package let source: String
  private let compiled = Mutex<Pattern?>(nil)

  package init(_ source: String) {
    self.source = source
  }

  /// - Throws: `PatternError` when the source is not a valid expression, which judging the rule has ruled out.
  package func pattern() throws(PatternError) -> Pattern {
    try compiled.withLock { pattern throws(PatternError) in
      if let pattern { return pattern }
      let fresh = try Pattern(source)
      pattern = fresh
      return fresh
    }
  }
}
