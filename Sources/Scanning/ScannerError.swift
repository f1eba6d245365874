/// Why nothing can be scanned at all.
package struct ScannerError: Error, Sendable, CustomStringConvertible {
  package let cause: String

  package var description: String { "the scanner could not start: \(cause)" }
}
