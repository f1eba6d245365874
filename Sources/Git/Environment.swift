internal import Glibc

/// The process's environment variables.
struct Environment {
  subscript(name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// `GIT_INDEX_FILE`, which hooks are given and which is relative to the root of the working tree; `nil` when it is not set.
  static func indexFile(under workingTree: String?) -> String? {
    guard let named = Environment()["GIT_INDEX_FILE"], !named.isEmpty else { return nil }
    guard !named.hasPrefix("/"), let root = workingTree else { return named }
    return root.hasSuffix("/") ? root + named : root + "/" + named
  }

  /// Runs `body` while a variable is not set. Only for the start of the program, before there are threads.
  static func without<Result>(_ name: String, _ body: () -> Result) -> Result {
    guard let value = Environment()[name] else { return body() }
    unsafe unsetenv(name)
    defer { unsafe setenv(name, value, 1) }
    return body()
  }
}
