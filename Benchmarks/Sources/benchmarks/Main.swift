import Foundation

/// Measures stanch as whole processes beside git on the same work, and compares the ratios with thresholds.json.
///
///     swift run -c release --package-path Benchmarks benchmarks [--repository PATH] [--runs N]
///
/// Without a repository one the size of git/git is made: 4,800 files in 240 folders, 48 MB.
@main
enum Main {
  static func main() {
    do {
      exit(try measure() ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(2)
    }
  }

  /// Whether every figure keeps its threshold.
  private static func measure() throws -> Bool {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    let thresholds = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: options.thresholds))
    let scratch = try Scratch()
    defer { scratch.remove() }
    let repository = try BenchmarkRepository(in: scratch.folder, from: options.repository)
    let hook = Measurement.Command(words: [options.program, "hook", "run", "pre-commit"])
    let diff = Measurement.Command(words: ["git", "diff", "--cached", "-U0"])

    var table = ResultTable(thresholds)
    for count in [1, 30] {
      try repository.stage(files: count)
      let measured = try Measurement(options.runs, hook, beside: diff, in: repository.folder)
      let name = "hook, \(count) \(count == 1 ? "file" : "files")"
      table.add("\(name): CPU over git diff --cached -U0", measured.ratio)
      table.note("\(name): CPU in ms, stanch and git", [measured.cpu * 1000, measured.otherCPU * 1000])
      table.add("\(name): peak memory in MB", measured.peakMemory / 1_000_000)
    }
    let whole = try repository.wholeTreeStaged(in: scratch.folder)
    let scan = Measurement.Command(words: [options.program, "scan", "staged"])
    let cat = Measurement.Command(words: ["git", "cat-file", "--batch"], input: whole.objectList)
    let measured = try Measurement(options.runs, scan, beside: cat, in: whole.folder)
    table.add("whole tree staged: CPU over git cat-file --batch", measured.ratio)
    table.note("whole tree staged: MB per CPU second", [Double(whole.bytes) / 1_000_000 / measured.cpu])
    table.print()
    return !table.hasMissed
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
