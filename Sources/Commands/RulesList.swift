internal import ArgumentParser
internal import Rules
internal import Vocabulary

/// `stanch rules list`: a line a rule.
struct RulesList: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the built-in rules: id, severity, confidence, title.")

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    let rules = try BuiltInRules.ruleSet().rules.map(\.summary)
    let width = rules.map(\.id.name.count).max() ?? 0
    let lines = rules.map { rule in
      let id = rule.id.name + String(repeating: " ", count: width - rule.id.name.count)
      return "\(id)  \(padded(rule.severity.rawValue, 8))  \(padded(rule.confidence.rawValue, 6))  \(rule.title)\n"
    }
    try Presentation.write(lines.joined(), to: common.output)
    return .clean
  }

  private func padded(_ word: String, _ width: Int) -> String {
    word + String(repeating: " ", count: max(0, width - word.count))
  }
}
