import FoundationEssentials
import Testing

/// The line that shows how far a scan has come.
@Suite struct ProgressTests {
  /// Scans standard input that takes its time, with standard error on a terminal; all that the terminal got.
  private func terminal(_ options: String, environment: [String: String] = [:], seconds: String) throws -> String {
    let repository = try GitRepository()
    let command = "sleep \(seconds) | \"$stanch\" scan stdin --color never \(options)"
    return try ChildProcess(
      repository.scratch, in: repository.root,
      environment: ["stanch": StanchProgram.path].merging(environment) { _, extra in extra }
    ).run("script", ["--quiet", "--return", "--command", command, "/dev/null"]).text
  }

  private static let clearing = "\u{1B}[K"

  /// Breaks when a long scan shows nothing, or leaves its line behind before the closing one.
  @Test func aLongScanShowsALineAndTakesItAway() throws {
    let text = try terminal("", seconds: "1.2")
    #expect(text.contains("\rstanch: 0 scanned, "), "\(text.debugDescription)")
    let last = text.components(separatedBy: Self.clearing).last ?? ""
    #expect(last.hasPrefix("stanch: no secrets found"), "\(text.debugDescription)")
    #expect(text.contains("\r" + Self.clearing + "stanch: no secrets"))
  }

  /// Breaks when a line is shown to somebody who wants none, cannot take it back, or need not wait.
  @Test(arguments: [
    ("--quiet", "xterm", "1.2"), ("", "dumb", "1.2"), ("2>&1 | cat", "xterm", "1.2"), ("", "xterm", "0"),
  ])
  func otherScansShowNone(_ options: String, _ terminal: String, _ seconds: String) throws {
    let text = try self.terminal(options, environment: ["TERM": terminal], seconds: seconds)
    #expect(!text.contains(Self.clearing), "\(text.debugDescription)")
  }
}
