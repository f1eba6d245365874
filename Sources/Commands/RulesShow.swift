internal import ArgumentParser
internal import Rules
internal import Vocabulary

/// `stanch rules show ID`: everything about one rule.
struct RulesShow: StatusCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one built-in rule.")

  @Argument(help: "The rule's id, as reports name it.")
  var id: String

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    let rules = try BuiltInRules.ruleSet().rules
    guard let rule = rules.first(where: { $0.summary.id.name == id }) else {
      throw CommandError("there is no rule \(id)", hint: "stanch rules list names them all")
    }
    try Presentation.write(description(of: rule.definition), to: common.output)
    return .clean
  }

  private func description(of rule: RuleDefinition) -> String {
    let summary = rule.summary
    var lines = [
      ("id", summary.id.name), ("title", summary.title), ("what", summary.description),
      ("severity", summary.severity.rawValue), ("confidence", summary.confidence.rawValue),
    ]
    if let holder = summary.holder { lines.append(("risk", "whoever holds it \(holder)")) }
    if let revoke = summary.revoke { lines.append(("undo", revoke)) }
    if let pattern = rule.pattern { lines.append(("regex", pattern)) }
    if let weighed = rule.weighed {
      let what =
        rule.pattern == nil ? "what is assigned to names of this class" : "what the regex captures, as of this class"
      lines.append(("weighs", "\(what): \(weighed.rawValue) (docs/quality.md)"))
    }
    if let path = rule.pathPattern { lines.append(("path", path)) }
    lines.append(("keywords", rule.keywords.joined(separator: ", ")))
    if let entropy = rule.entropy { lines.append(("entropy", "above \(entropy)")) }
    if !rule.checks.isEmpty {
      let outcome = rule.rejectsBroken ? "one that fails is no finding" : "one that fails is less sure"
      lines.append(("checks", "\(rule.checks.joined(separator: ", ")); \(outcome)"))
    }
    switch rule.reach {
    case .window(let length): lines.append(("reach", "\(length) bytes round a keyword"))
    case .eachKeyword(let length): lines.append(("reach", "\(length) bytes round each keyword"))
    case .wholeText: lines.append(("reach", "the whole text"))
    }
    for allowlist in rule.allowlists { lines.append(("allows", allowlist.description)) }
    let width = lines.map(\.0.count).max() ?? 0
    return lines.map { "\($0.0)\(String(repeating: " ", count: width - $0.0.count))  \($0.1)\n" }.joined()
  }
}
