/// Why a baseline cannot be used. A scan that was to use it says so and is not clean.
package struct BaselineError: Error, Hashable, CustomStringConvertible {
  /// Which file, which line of it, and what is wrong there.
  package let description: String
  package let hint: String?

  init(_ file: String, line: Int? = nil, _ problem: String, hint: String? = nil) {
    let place = line.map { "\(file):\($0)" } ?? file
    description = "\(place): \(problem)"
    self.hint = hint
  }
}
