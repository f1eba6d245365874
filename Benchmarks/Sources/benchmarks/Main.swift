import Foundation

/// Measures stanch as whole processes beside git on the same work, and compares the ratios with thresholds.json.
///
///     swift run -c release --package-path Benchmarks benchmarks [--repository PATH] [--runs N]
///
/// Without a repository one the size of git/git is made: 4,800 files in 240 folders, 48 MB.
@main
enum Main {
  static func main() throws {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    let thresholds = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: options.thresholds))
    let scratch = try Scratch()
    defer { scratch.remove() }
    let repository = try BenchmarkRepository(in: scratch.folder, from: options.repository)

    var table = ResultTable(thresholds)
    for count in [1, 30] {
      try repository.stage(files: count)
      let git = try Measurement(options.runs, ["git", "diff", "--cached", "-U0"], in: repository.folder)
      let stanch = try Measurement(options.runs, [options.program, "hook", "run", "pre-commit"], in: repository.folder)
      let name = "hook, \(count) \(count == 1 ? "file" : "files")"
      table.add("\(name): CPU over git diff --cached -U0", stanch.cpu / git.cpu)
      table.note("\(name): CPU in ms, stanch and git", [stanch.cpu * 1000, git.cpu * 1000])
      table.add("\(name): peak memory in MB", stanch.peakMemory / 1_000_000)
    }
    let whole = try repository.wholeTreeStaged(in: scratch.folder)
    let cat = try Measurement(
      options.runs, ["git", "cat-file", "--batch"], in: whole.folder, input: whole.objectList)
    let scan = try Measurement(options.runs, [options.program, "scan", "staged"], in: whole.folder)
    table.add("whole tree staged: CPU over git cat-file --batch", scan.cpu / cat.cpu)
    table.note("whole tree staged: MB per CPU second", [Double(whole.bytes) / 1_000_000 / scan.cpu])
    table.print()
    if table.hasMissed { exit(1) }
  }
}

/// What was asked for on the command line.
struct Options {
  var repository: String?
  var runs = 11
  let program: String
  let thresholds: URL

  init(_ arguments: [String]) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    thresholds = package.appending(path: "thresholds.json")
    program = package.deletingLastPathComponent().appending(path: ".build/release/stanch").path
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw BenchmarkError("\(program) is not there: run scripts/build first")
    }
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch (option, rest.popFirst()) {
      case ("--repository", let path?): repository = path
      case ("--runs", let number?):
        guard let runs = Int(number), runs > 0 else { throw BenchmarkError("--runs takes a number from 1") }
        self.runs = runs
      default: throw BenchmarkError("usage: benchmarks [--repository PATH] [--runs N]")
      }
    }
  }
}

struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
