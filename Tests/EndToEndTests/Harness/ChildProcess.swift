import FoundationEssentials
import Glibc

/// A program run to its end. What it prints goes through files, so no pipe can fill up.
struct ChildProcess {
  /// After so long a program is ended: status 137.
  private static let seconds = "120"

  /// Where standard output goes.
  enum Output {
    case captured
    case closed
    case file(String)
  }

  struct Ending {
    /// The exit status; 128 and the signal's number when a signal ended it, as shells say it.
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let scratch: Scratch
  let folder: String
  var environment: [String: String]
  var output = Output.captured

  init(_ scratch: Scratch, in folder: String, environment: [String: String] = [:], output: Output = .captured) {
    self.scratch = scratch
    self.folder = folder
    self.environment = scratch.environment.merging(environment) { _, extra in extra }
    self.output = output
  }

  /// - Parameter program: looked for on PATH unless it holds a `/`.
  func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> Ending {
    let base = scratch.unusedPath()
    let (inputPath, outputPath, errorPath) = (base + ".in", base + ".out", base + ".err")
    defer {
      for path in [inputPath, outputPath, errorPath] { unsafe unlink(path) }
    }
    try Data(input).write(to: URL(filePath: inputPath))
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    switch output {
    case .captured: unsafe posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT, 0o600)
    case .closed: unsafe posix_spawn_file_actions_addclose(&actions, 1)
    case .file(let path): unsafe posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT, 0o600)
    let status = try unsafe spawn(
      // glibc's own way to name the child's folder is not in what Swift sees of it.
      "env", ["-C", folder, "timeout", "--foreground", "--signal=KILL", ChildProcess.seconds, program] + arguments,
      &actions)
    return Ending(
      status: status, output: try contents(of: outputPath),
      errors: String(decoding: try contents(of: errorPath), as: UTF8.self))
  }

  private func spawn(
    _ program: String, _ arguments: [String], _ actions: inout posix_spawn_file_actions_t
  ) throws -> Int32 {
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    // Threads of Dispatch block signals, and a child inherits that.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    let failure = unsafe posix_spawnp(&child, program, &actions, &attributes, &words, &variables)
    guard failure == 0 else { throw Failure(description: "\(program): \(unsafe String(cString: strerror(failure)))") }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(program): it cannot be waited for") }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private func contents(of path: String) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }
}
