import Foundation

/// A program with its arguments.
struct Command: Hashable {
  let words: [String]
  /// A file for standard input.
  var input: String?
  /// The exit statuses of a run that has done its work: a scan that finds something has.
  var statuses: ClosedRange<Int32> = 0...1

  /// What one run used, by the kernel's own account of the process.
  struct Usage {
    /// User and system time in seconds.
    let cpu: Double
    /// Seconds from start to end.
    let wall: Double
    /// Bytes.
    let peakMemory: Double
    let status: Int32
  }

  /// Runs the command with its output thrown away.
  /// - Parameter errors: a file for standard error; thrown away without one.
  func run(in folder: String, errors: String? = nil) throws -> Usage {
    let start = ContinuousClock.now
    let (wait, usage) = try waitForEnd(of: spawn(in: folder, errors: errors ?? "/dev/null"))
    let wall = (ContinuousClock.now - start) / .seconds(1)
    // The low seven bits name the signal that ended it, and the next byte is the exit status.
    guard wait & 0x7f == 0 else { throw BenchmarkError("\(self) was ended by signal \(wait & 0x7f) in \(folder)") }
    let status = wait >> 8 & 0xff
    guard statuses.contains(status) else { throw BenchmarkError("\(self) ended with status \(status) in \(folder)") }
    return Usage(
      cpu: Command.seconds(usage.ru_utime) + Command.seconds(usage.ru_stime), wall: wall,
      peakMemory: Double(usage.ru_maxrss) * 1024, status: status)
  }

  private func spawn(in folder: String, errors: String) throws -> pid_t {
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw BenchmarkError("\(folder) cannot be entered")
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input ?? "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, writing, 0o600)
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
    guard status == 0 else {
      throw BenchmarkError("\(words[0]) cannot be run: \(unsafe String(cString: strerror(status)))")
    }
    return process
  }

  private func waitForEnd(of process: pid_t) throws -> (wait: Int32, usage: rusage) {
    var usage = rusage()
    var wait: Int32 = 0
    guard unsafe wait4(process, &wait, 0, &usage) == process else { throw BenchmarkError("\(self) was lost") }
    return (wait, usage)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}

extension Command: CustomStringConvertible {
  var description: String { words.joined(separator: " ") }
}
