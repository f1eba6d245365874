internal import Vocabulary

/// Why git's data could not be read.
package struct GitError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable, Equatable {
    /// There is no repository here.
    case notARepository
    /// The repository uses a format that libgit2 does not read; the git program may.
    case refused
    /// An object or reference is not there.
    case missing
    /// An object is not there, as a partial clone left it on the server.
    case promised
    /// Data that is not what git writes.
    case corrupt
    /// The operating system, or the git program, failed.
    case system
  }

  package let code: Code
  /// What was being done, such as «reading the index».
  package let operation: String
  /// The path, object or reference it was done to.
  package let subject: String?
  package let cause: String
  package let hint: String?

  package init(code: Code, operation: String, subject: String? = nil, cause: String, hint: String? = nil) {
    self.code = code
    self.operation = operation
    self.subject = subject
    self.cause = cause
    self.hint = hint
  }

  static func promised(_ object: ObjectID) -> GitError {
    GitError(
      code: .promised, operation: "reading the object", subject: object.description,
      cause: "this partial clone left it on the server",
      hint: "fetch it: git cat-file -e \(object), or accept the gap with --tolerate partial")
  }

  package var description: String {
    [operation, subject].compactMap { $0 }.joined(separator: " ") + ": " + cause
  }
}
