/// A mistake in a filter expression, with the place that the user has to mend.
package struct FilterError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line of the expression, from 1.
  package let line: Int
  /// The column in that line, from 1, in bytes.
  package let column: Int
  package let cause: String

  init(_ cause: String, at offset: Int, in source: [UInt8]) {
    let before = source.prefix(offset)
    line = before.count { $0 == 10 } + 1
    column = offset - (before.lastIndex(of: 10).map { $0 + 1 } ?? 0) + 1
    self.cause = cause
  }

  package var description: String { "line \(line), column \(column) of the expression: \(cause)" }
}

/// Why a filter has no answer for a match.
package struct FilterFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let cause: String

  package var description: String { cause }
}
