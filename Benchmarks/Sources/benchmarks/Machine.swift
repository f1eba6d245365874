import Foundation

/// What else goes on where the benchmark runs.
enum Machine {
  /// Processes that wanted to run, on average, in the last minute, five and fifteen.
  static var loadAverages: [Double] {
    var averages = [Double](repeating: 0, count: 3)
    let count = unsafe getloadavg(&averages, 3)
    return Array(averages.prefix(max(0, Int(count))))
  }

  /// Bytes of this program.
  static var ownPeakMemory: Double {
    var usage = rusage()
    unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
    return Double(usage.ru_maxrss) * 1024
  }

  /// Whether a program is found by its name.
  static func has(program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
