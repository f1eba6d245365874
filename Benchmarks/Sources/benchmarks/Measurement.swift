import Foundation

/// Commands run in turn, round by round, so that all see the same of a machine whose speed drifts.
struct Measurement {
  private var usages: [Command: [Command.Usage]] = [:]
  private let closingLines: [Command: String]

  /// - Parameter runs: rounds that count, after one that does not.
  init(_ runs: Int, _ commands: [Command], in folder: String, scratch: URL) throws {
    closingLines = try Measurement.warmUp(commands, in: folder, scratch: scratch)
    for _ in 1...runs {
      for command in commands { usages[command, default: []].append(try command.run(in: folder)) }
    }
  }

  func median(_ figure: KeyPath<Command.Usage, Double>, of command: Command) -> Double {
    Measurement.median(usages[command, default: []].map { $0[keyPath: figure] })
  }

  /// The median of the ratios within the rounds.
  func ratio(_ figure: KeyPath<Command.Usage, Double>, of command: Command, over other: Command) -> Double {
    let pairs = zip(usages[command, default: []], usages[other, default: []])
    return Measurement.median(pairs.map { $0[keyPath: figure] / $1[keyPath: figure] })
  }

  /// How the runs of a command ended: the statuses, and what stanch says it has looked at.
  ///
  /// A scan that gave up at once is quick as well, and only this line tells the two apart.
  func ending(of command: Command) throws -> String {
    guard let line = closingLines[command], line.hasPrefix("stanch: ") else {
      throw BenchmarkError("\(command) does not say what it has looked at: \(closingLines[command] ?? "nothing")")
    }
    let statuses = Set(usages[command, default: []].map(\.status)).sorted()
    return "status \(statuses.map(String.init).joined(separator: " or ")); \(line)"
  }

  /// Runs each command once, and answers the last line each wrote to standard error.
  private static func warmUp(_ commands: [Command], in folder: String, scratch: URL) throws -> [Command: String] {
    let errors = scratch.appending(path: "errors")
    var lines: [Command: String] = [:]
    for command in commands {
      _ = try command.run(in: folder, errors: errors.path)
      let text = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
      lines[command] = text.split(separator: "\n").last.map(String.init)
    }
    return lines
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
