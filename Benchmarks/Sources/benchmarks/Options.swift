import Foundation

/// What can be measured by itself.
enum Group: String, CaseIterable {
  case hook, tree, throughput, history
}

/// What was asked for on the command line.
struct Options {
  private static let usage =
    "usage: benchmarks [--repository PATH] [--runs N] [--only hook|tree|throughput|history] [--program PATH]"

  private(set) var repository: String?
  private(set) var groups = Group.allCases
  private(set) var program: String
  let thresholds: URL
  private var runs: Int?

  init(_ arguments: [String]) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    thresholds = package.appending(path: "thresholds.json")
    program = package.deletingLastPathComponent().appending(path: ".build/release/stanch").path
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { throw BenchmarkError(Options.usage) }
      try take(option, value)
    }
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw BenchmarkError("\(program) is not there: run scripts/build first, or name another with --program")
    }
  }

  /// Pairs to run for a group. A history takes minutes where a hook takes milliseconds, and differs less from run to run.
  func runs(for group: Group) -> Int { runs ?? (group == .history ? 5 : 11) }

  private mutating func take(_ option: String, _ value: String) throws {
    switch option {
    // Absolute paths, for the programs run in other folders.
    case "--repository": repository = URL(filePath: value).standardizedFileURL.path
    case "--program": program = URL(filePath: value).standardizedFileURL.path
    case "--runs":
      guard let number = Int(value), number > 0 else { throw BenchmarkError("--runs takes a number from 1") }
      runs = number
    case "--only":
      guard let group = Group(rawValue: value) else {
        throw BenchmarkError("--only takes hook, tree, throughput or history")
      }
      groups = [group]
    default: throw BenchmarkError(Options.usage)
    }
  }
}
