import FoundationEssentials

/// A pre-commit hook that git itself runs, and the report it left.
struct CommitHook {
  private let repository: GitRepository
  private let reportPath: String

  /// Installs the hook. It asks nothing of the environment but what git gives it.
  init(_ repository: GitRepository, options: String = "") throws {
    self.repository = repository
    reportPath = repository.scratch.path + "/hook-report.json"
    let folder = try repository.git("rev-parse", "--path-format=absolute", "--git-path", "hooks")
    let script = """
      #!/bin/sh
      exec "\(StanchProgram.path)" hook run pre-commit --format json --output "\(reportPath)" \(options)

      """
    try repository.writeProgram(folder + "/pre-commit", script)
  }

  /// What came of a `git commit`.
  struct Attempt: CustomStringConvertible {
    let isCommitted: Bool
    let report: ScanReport

    var description: String { "\(isCommitted ? "committed" : "stopped"), \(report)" }
  }

  /// Runs `git commit` with these arguments, hooks and all.
  func commit(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Attempt {
    if FileManager.default.fileExists(atPath: reportPath) { try FileManager.default.removeItem(atPath: reportPath) }
    let ending = try repository.attempt(
      ["commit", "-m", "change"] + arguments, input: Array(input.utf8), environment: environment)
    // No report means that the hook did not run or failed: decoding nothing gives no verdict.
    let json = FileManager.default.contents(atPath: reportPath).map(Array.init) ?? []
    let report = try ScanReport(status: ending.status, errors: ending.errors, json: json)
    return Attempt(isCommitted: ending.status == 0, report: report)
  }
}
