/// A line of a `.dockerignore` file that Docker refuses, or that is not understood here.
package struct DockerIgnoreError: Error, Equatable, CustomStringConvertible {
  package enum Reason: String, Sendable {
    case loneExclamation = "`!` needs a pattern after it"
    case openBracket = "a bracket expression is not closed"
    case badBracket = "a bracket expression has an empty set or half a range"
    case openEscape = "a backslash at the end escapes nothing"
    case letterEscape = "a backslash before a letter or digit means something else to each version of Docker"
    case wildcardInBracket = "a wildcard, bracket or backslash inside of brackets is not what it seems to Docker"
    case tooLong = "the line is longer than the 64 KiB that Docker reads"
  }

  package let file: [UInt8]
  package let line: Int
  package let pattern: [UInt8]
  package let reason: Reason

  package var description: String {
    let place = "\(String(decoding: file, as: UTF8.self)):\(line)"
    return "\(place): \(reason.rawValue): \(String(decoding: pattern.prefix(200), as: UTF8.self))"
  }
}
