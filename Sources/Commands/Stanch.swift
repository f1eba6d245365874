package import ArgumentParser

/// The program: `stanch COMMAND`.
package struct Stanch: CommandGroup {
  package static let configuration = CommandConfiguration(
    commandName: "stanch",
    abstract: "Stops secrets from entering git, and says what is already in there.",
    version: "stanch \(Version.current)",
    subcommands: [Scan.self, Check.self, MergeReports.self, Hook.self, BaselineCommand.self, RulesCommand.self])

  package init() {}

  /// Runs the program on the arguments of the process, and returns the status to end with.
  package static func run(arguments: [String]) async -> Int32 {
    let status: ExitStatus
    do {
      status = try await execute(arguments)
    } catch let ended as ExitStatus {
      status = ended
    } catch {
      Console.standardError.write(ErrorText(error).text(Console.standardError.style(nil)))
      status = .incomplete
    }
    return status.rawValue
  }

  /// A group named without its subcommand is a mistake, to which its help is the answer; the help command is none.
  private static func answerWithoutWork(_ command: inout any ParsableCommand) throws -> ExitStatus {
    let isMistake = command is any CommandGroup
    do {
      try command.run()
      return .clean
    } catch {
      return try say(fullMessage(for: error), isMistake ? .usage : ExitStatus(parsing: error))
    }
  }

  private static func say(_ text: String, _ status: ExitStatus) throws -> ExitStatus {
    guard status == .clean else {
      Console.standardError.write(text + "\n")
      return status
    }
    try Presentation.write(text + "\n", to: nil)
    return status
  }

  /// The calls that git's hooks make, word for word: setting up the argument parser would cost more than the scan.
  private static let plainStagedScans = [["hook", "run", "pre-commit"], ["scan", "staged"]]

  private static func execute(_ arguments: [String]) async throws -> ExitStatus {
    if plainStagedScans.contains(arguments) { return try await StagedScan(CommonSettings(), ScanSettings()).run() }
    var command: any ParsableCommand
    do {
      command = try parseAsRoot(arguments)
    } catch {
      return try say(fullMessage(for: error), ExitStatus(parsing: error))
    }
    guard var leaf = command as? any StatusCommand else { return try answerWithoutWork(&command) }
    return try await leaf.execute()
  }
}

/// A command that is only there for its subcommands.
protocol CommandGroup: ParsableCommand {}

/// A command that ends with a status of its own.
protocol StatusCommand: ParsableCommand {
  mutating func execute() async throws -> ExitStatus
}

extension StatusCommand {
  mutating func run() throws {}
}
