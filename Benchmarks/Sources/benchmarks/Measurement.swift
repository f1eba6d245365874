import Foundation

/// A command and another beside it, run in turn, so that both see the same of a machine whose speed drifts.
struct Measurement {
  /// User and system time in seconds, the median of all runs.
  let cpu: Double
  let otherCPU: Double
  /// The median of the ratios of the pairs.
  let ratio: Double
  /// Bytes, the median.
  let peakMemory: Double

  struct Command {
    let words: [String]
    /// A file for standard input.
    var input: String?
  }

  /// - Parameter runs: pairs that count, after one that does not.
  init(_ runs: Int, _ command: Command, beside other: Command, in folder: String) throws {
    var usages: [(own: rusage, other: rusage)] = []
    for run in 0...runs {
      let own = try Measurement.run(command, in: folder)
      let beside = try Measurement.run(other, in: folder)
      if run > 0 { usages.append((own, beside)) }
    }
    cpu = Measurement.median(usages.map { Measurement.cpu($0.own) })
    otherCPU = Measurement.median(usages.map { Measurement.cpu($0.other) })
    ratio = Measurement.median(usages.map { Measurement.cpu($0.own) / Measurement.cpu($0.other) })
    peakMemory = Measurement.median(usages.map { Double($0.own.ru_maxrss) * 1024 })
  }

  private static func cpu(_ usage: rusage) -> Double { seconds(usage.ru_utime) + seconds(usage.ru_stime) }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// Runs a command with its output thrown away; what it used is the kernel's own account of the process.
  private static func run(_ command: Command, in folder: String) throws -> rusage {
    let words = command.words
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw BenchmarkError("\(folder) cannot be entered")
    }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, command.input ?? "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
    guard status == 0 else {
      throw BenchmarkError("\(words[0]) cannot be run: \(unsafe String(cString: strerror(status)))")
    }
    var usage = rusage()
    var exit: Int32 = 0
    // A scan that finds something has done its work too.
    guard unsafe wait4(process, &exit, 0, &usage) == process, exit == 0 || exit == 1 << 8 else {
      throw BenchmarkError("\(words.joined(separator: " ")) failed in \(folder)")
    }
    return usage
  }
}
