internal import CLibgit2
internal import Glibc

/// libgit2 itself: set up once, and the one funnel for its errors.
enum Library {
  /// Extensions of repository format 1 that libgit2 does not know and that change nothing in how objects, references and the
  /// index are read.
  private static let harmlessExtensions = [
    "worktreeconfig", "partialclone", "preciousobjects", "noop", "relativeworktrees",
  ]

  private static let started: Int32 = {
    let status = git_libgit2_init()
    guard status > 0 else { return status }
    // A scan runs nothing that the repository configures, so it may read repositories of other users.
    stanch_git_set_owner_validation(false)
    stanch_git_set_caching(false)
    stanch_git_set_strict_hash_verification(false)
    let names = unsafe harmlessExtensions.map { unsafe UnsafePointer(strdup($0)) }
    defer { unsafe names.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) } }
    return unsafe stanch_git_set_extensions(names, names.count)
  }()

  static func start() throws(GitError) {
    try check(started, "starting libgit2")
  }

  /// Throws what libgit2 says about a negative status. Its message belongs to the thread and to the last call, so it is read
  /// here, at once, and nowhere else.
  @discardableResult
  static func check(_ status: Int32, _ operation: String, _ subject: String? = nil) throws(GitError) -> Int32 {
    guard status < 0 else { return status }
    let cause = unsafe git_error_last().map { unsafe String(cString: $0.pointee.message) }
    let code: GitError.Code =
      switch status {
      case GIT_ENOTFOUND.rawValue: .missing
      case GIT_EMISMATCH.rawValue: .corrupt
      default: .refused
      }
    throw GitError(code: code, operation: operation, subject: subject, cause: cause ?? "libgit2 error \(status)")
  }
}
