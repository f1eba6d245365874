import FoundationEssentials

/// A temporary folder of one test, removed with the last reference to it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    // Resolved, as git answers with resolved paths.
    path = "/tmp/stanch-e2e-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/home", withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) could not be removed: \(error)")
    }
  }

  /// A path that nothing stands at yet.
  func unusedPath() -> String { "\(path)/\(UUID().uuidString)" }

  /// What every child process gets: nothing of the developer's own git, and none of the `GIT_*` variables of a hook that
  /// may be running these tests.
  var environment: [String: String] {
    [
      "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": path + "/home",
      "XDG_CONFIG_HOME": path + "/home/.config", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "1700000000 +0000",
      "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
      "GIT_COMMITTER_DATE": "1700000000 +0000", "GIT_EDITOR": "true", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8",
      "TERM": "xterm",
    ]
  }
}
