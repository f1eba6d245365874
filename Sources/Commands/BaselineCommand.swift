internal import ArgumentParser

/// `stanch baseline …`: the secrets that are known and accepted.
struct BaselineCommand: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Accept what is there already, so that scans report what is new.",
    discussion: """
      A baseline is a file of text at the root of the repository, \(BaselineFile.name), which every scan and hook reads. It \
      holds one line for each accepted secret and file, and no secret.
      """,
    subcommands: [CreateBaseline.self, UpdateBaseline.self, PruneBaseline.self, ImportBaseline.self])
}

/// The options of commands that change a baseline.
struct BaselineOptions: ParsableArguments {
  @Flag(help: "Scan the history too, and accept what only the past of the repository holds.")
  var history = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func validate() throws { try common.requireText() }
}
