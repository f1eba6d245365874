/// Why a text cannot be read as YAML, and where.
package struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// In characters, from 1.
  package let column: Int
  /// In bytes from the beginning of the text.
  package let offset: Int
  package let cause: String

  package init(line: Int, column: Int, offset: Int, cause: String) {
    self.line = line
    self.column = column
    self.offset = offset
    self.cause = cause
  }

  package var description: String { "line \(line), column \(column): \(cause)" }
}
