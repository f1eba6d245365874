internal import Glibc

/// The process's environment variables.
struct Environment {
  subscript(name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Runs `body` while a variable is not set. Only for the start of the program, before there are threads.
  static func without<Result>(_ name: String, _ body: () -> Result) -> Result {
    guard let value = Environment()[name] else { return body() }
    unsafe unsetenv(name)
    defer { unsafe setenv(name, value, 1) }
    return body()
  }
}
