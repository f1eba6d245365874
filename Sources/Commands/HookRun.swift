internal import ArgumentParser

/// `stanch hook run HOOK`: what the shims call.
struct HookRun: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Do the work of a hook; git's hooks call this.",
    subcommands: [
      HookRunPreCommit.self, HookRunCommitMessage.self, HookRunPrePush.self, HookRunPreReceive.self,
    ])
}

/// `stanch hook run pre-commit`: the staged scan.
struct HookRunPreCommit: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-commit", abstract: "Scan what the coming commit would add.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    try await StagedScan(common.settings, scanning.settings).run()
  }
}
