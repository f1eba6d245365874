internal import ArgumentParser

/// `stanch rules …`: what the scanner looks for.
struct RulesCommand: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, show and check the rules.",
    subcommands: [RulesList.self, RulesShow.self, RulesCheck.self])
}
