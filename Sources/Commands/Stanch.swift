package import ArgumentParser

/// The program: `stanch COMMAND`.
package struct Stanch: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "stanch",
    abstract: "Stops secrets from entering git, and says what is already in there.",
    version: "stanch \(Version.current)",
    subcommands: [Scan.self, Hook.self, RulesCommand.self])

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

  /// The calls that git's hooks make, word for word: setting up the argument parser would cost more than the scan.
  private static let plainStagedScans = [["hook", "run", "pre-commit"], ["scan", "staged"]]

  private static func execute(_ arguments: [String]) async throws -> ExitStatus {
    if plainStagedScans.contains(arguments) { return try await StagedScan(CommonSettings(), ScanSettings()).run() }
    var command: any ParsableCommand
    do {
      command = try parseAsRoot(arguments)
    } catch {
      let status = ExitStatus(parsing: error)
      let console = status == .clean ? Console.standardOutput : Console.standardError
      console.write(fullMessage(for: error) + "\n")
      return status
    }
    guard var leaf = command as? any StatusCommand else {
      // A command group without its subcommand shows its help.
      do {
        try command.run()
        return .clean
      } catch {
        Console.standardError.write(fullMessage(for: error) + "\n")
        return .usage
      }
    }
    return try await leaf.execute()
  }
}

/// A command that ends with a status of its own.
protocol StatusCommand: ParsableCommand {
  mutating func execute() async throws -> ExitStatus
}

extension StatusCommand {
  mutating func run() throws {}
}
