internal import Glibc

/// Why stored objects could not be read.
package struct PackError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable {
    /// Data that is not what git writes.
    case corrupt
    /// The operating system failed.
    case system
  }

  package let code: Code
  /// The file, or the object in it.
  package let subject: String
  package let cause: String

  package init(code: Code, subject: String, cause: String) {
    self.code = code
    self.subject = subject
    self.cause = cause
  }

  package var description: String { "\(subject): \(cause)" }

  static func corrupt(_ subject: String, _ cause: String) -> PackError {
    PackError(code: .corrupt, subject: subject, cause: cause)
  }

  /// What the last system call said.
  static func system(_ subject: String) -> PackError {
    PackError(code: .system, subject: subject, cause: unsafe String(cString: strerror(errno)))
  }
}
