/// Why a file cannot be read as a report.
package struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
  package let hint: String?

  init(_ description: String, hint: String? = nil) {
    self.description = description
    self.hint = hint
  }
}
