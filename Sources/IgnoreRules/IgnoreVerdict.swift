/// Whether a path is ignored, and which line says so.
package enum IgnoreVerdict: Equatable, Sendable {
  case ignored(IgnoreDecision)
  /// A line with `!` takes the path in again.
  case included(IgnoreDecision)
  /// No line speaks of the path, so it is not ignored.
  case unmatched

  package var isIgnored: Bool {
    if case .ignored = self { true } else { false }
  }

  package var decision: IgnoreDecision? {
    switch self {
    case .ignored(let decision), .included(let decision): decision
    case .unmatched: nil
    }
  }
}

/// The line of an ignore file that decides about a path.
package struct IgnoreDecision: Equatable, Sendable, CustomStringConvertible {
  /// The ignore file.
  package let file: [UInt8]
  package let line: Int
  package let pattern: [UInt8]
  /// The folder above the path that the line matched, without a slash after it; nil if it matched the path itself.
  ///
  /// Where a folder is ignored, no line can take in again what lies below it.
  package let folder: [UInt8]?

  /// As `git check-ignore -v` has it: `FILE:LINE:PATTERN`.
  package var description: String {
    "\(String(decoding: file, as: UTF8.self)):\(line):\(String(decoding: pattern, as: UTF8.self))"
  }
}
