/// A mistake in a configuration or a rule pack, with the place that the user has to mend.
package struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  /// The file as the user named it, or the name of a built-in pack.
  package let file: String
  package let line: Int?
  /// The rule and key, such as «rule my-token, key regex».
  package let place: String?
  package let cause: String
  package let hint: String?

  package init(file: String, line: Int? = nil, place: String? = nil, cause: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.place = place
    self.cause = cause
    self.hint = hint
  }

  package var description: String {
    let position = line.map { "\(file):\($0)" } ?? file
    return place.map { "\(position): \($0): \(cause)" } ?? "\(position): \(cause)"
  }
}
