import Glibc

/// The program under test, as the build left it.
struct StanchProgram {
  /// Beside the test bundle, which is the program of this process.
  static let path: String = {
    guard let bundle = unsafe realpath("/proc/self/exe", nil) else { return "stanch" }
    defer { unsafe free(bundle) }
    let folder = unsafe String(cString: bundle).split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/stanch"
  }()

  let scratch: Scratch
  let folder: String
  var environment: [String: String] = [:]
  var output = ChildProcess.Output.captured

  func run(_ arguments: [String]) throws -> ChildProcess.Ending {
    try ChildProcess(scratch, in: folder, environment: environment, output: output)
      .run(StanchProgram.path, arguments)
  }

  func run(_ arguments: String...) throws -> ChildProcess.Ending { try run(arguments) }

  /// Runs a command that scans, and reads its JSON report.
  func scan(_ arguments: [String]) throws -> ScanReport {
    try ScanReport(run(arguments + ["--format", "json"]))
  }
}
