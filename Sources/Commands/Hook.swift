internal import ArgumentParser

/// `stanch hook …`: git's hooks.
struct Hook: CommandGroup {
  static let configuration = CommandConfiguration(
    abstract: "Install, remove, look at and run git's hooks.",
    subcommands: [HookInstall.self, HookUninstall.self, HookStatus.self, HookRun.self])
}
