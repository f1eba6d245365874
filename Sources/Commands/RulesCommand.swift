internal import ArgumentParser

/// `stanch rules …`: what the scanner looks for.
struct RulesCommand: CommandGroup {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, show, check and import rules.",
    subcommands: [RulesList.self, RulesShow.self, RulesCheck.self, RulesImport.self])
}
