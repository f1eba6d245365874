import Foundation

/// Measures stanch as whole processes beside git and ripgrep on the same work, and compares the ratios with thresholds.json.
///
///     swift run -c release --package-path Benchmarks benchmarks \
///       [--repository PATH] [--runs N] [--only hook|tree|throughput|history] [--program PATH]
///
/// Without a repository one the size of git/git is made: 4,800 files in 240 folders, 48 MB, and for the history 3,000 commits
/// on top of it. Nothing is written into a repository that is given.
@main
enum Main {
  static func main() {
    do {
      exit(try measure().rawValue)
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(ResultTable.Outcome.notMeasured.rawValue)
    }
  }

  private static func measure() throws -> ResultTable.Outcome {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    let thresholds = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: options.thresholds))
    let scratch = try Scratch()
    defer { scratch.remove() }
    var table = ResultTable(thresholds)
    table.note("machine: cores", [Double(ProcessInfo.processInfo.activeProcessorCount)])
    table.note("machine: load averages before", Machine.loadAverages)
    // The history of a given repository is read where it lies, so no clone is needed for that.
    let needsClone = options.repository == nil || options.groups != [.history]
    let repository =
      needsClone ? try BenchmarkRepository(in: scratch.folder, from: options.repository) : nil
    for group in options.groups {
      switch (group, repository) {
      case (.hook, let repository?):
        try HookBenchmark(options: options, repository: repository).measure(in: scratch.folder, into: &table)
      case (.tree, let repository?):
        try TreeBenchmark(options: options, repository: repository).measure(in: scratch.folder, into: &table)
      case (.throughput, let repository?):
        try ThroughputBenchmark(options: options, repository: repository).measure(in: scratch.folder, into: &table)
      case (.history, _):
        let history = try HistoryRepository(given: options.repository, orOnTopOf: repository, in: scratch.folder)
        try HistoryBenchmark(options: options, repository: history).measure(in: scratch.folder, into: &table)
      case (_, nil): throw BenchmarkError("there is no repository for \(group.rawValue)")
      }
    }
    table.note("machine: load averages after", Machine.loadAverages)
    // Linux counts the memory of who starts a process as the process's own until it has become another program.
    table.note("machine: MB below which no peak memory can be seen", [Machine.ownPeakMemory / 1_000_000])
    return table.outcome
  }
}

struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
