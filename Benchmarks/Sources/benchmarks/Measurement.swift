import Foundation

/// A command run several times after one that does not count; each figure is the median.
struct Measurement {
  /// User and system time in seconds.
  let cpu: Double
  /// Bytes.
  let peakMemory: Double

  init(_ runs: Int, _ command: [String], in folder: String, input: String? = nil) throws {
    var usages: [rusage] = []
    for run in 0...runs {
      let usage = try Measurement.run(command, in: folder, input: input)
      if run > 0 { usages.append(usage) }
    }
    cpu = Measurement.median(usages.map { Measurement.seconds($0.ru_utime) + Measurement.seconds($0.ru_stime) })
    peakMemory = Measurement.median(usages.map { Double($0.ru_maxrss) * 1024 })
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// Runs a command with its output thrown away; what it used is the kernel's own account of the process.
  private static func run(_ command: [String], in folder: String, input: String?) throws -> rusage {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw BenchmarkError("\(folder) cannot be entered")
    }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input ?? "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, command[0], &actions, nil, &arguments, environ)
    guard status == 0 else {
      throw BenchmarkError("\(command[0]) cannot be run: \(unsafe String(cString: strerror(status)))")
    }
    var usage = rusage()
    var exit: Int32 = 0
    // A scan that finds something has done its work too.
    guard unsafe wait4(process, &exit, 0, &usage) == process, exit == 0 || exit == 1 << 8 else {
      throw BenchmarkError("\(command.joined(separator: " ")) failed in \(folder)")
    }
    return usage
  }
}
