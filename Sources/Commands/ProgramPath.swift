internal import Glibc

/// Where this program is.
enum ProgramPath {
  /// The path that the process was started from, with every link resolved.
  static func current() throws -> String {
    guard let path = unsafe realpath("/proc/self/exe", nil) else {
      throw CommandError("the place of this program cannot be found: \(unsafe String(cString: strerror(errno)))")
    }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The first program of this name on `PATH`, as a shell finds it.
  static func onSearchPath(_ name: String) -> String? {
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? ""
    return path.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "./\(name)" : "\($0)/\(name)" }
      .first(where: Files.isExecutable)
  }
}
