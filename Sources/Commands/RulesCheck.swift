internal import ArgumentParser
internal import Reporting
internal import Rules
internal import Scanning

/// `stanch rules check [FILE...]`: proves every rule on its own examples.
struct RulesCheck: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove rules on their own examples and counter-examples.",
    discussion: """
      Without files the built-in rules are checked. Warnings name what may be meant: rules that find the same secret, \
      keywords that no match can hold, words that are common, expressions that can run away. Only problems fail.
      """)

  @Argument(help: "Rule packs or configurations.")
  var files: [String] = []

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    var problems: [String] = []
    var warnings: [String] = []
    var rules = 0
    var examples = 0
    func add(_ check: RuleSelfCheck) {
      problems += check.problems.map(\.description)
      warnings += check.warnings.map { "warning: \($0)" }
      rules += check.checkedRules
      examples += check.checkedExamples
    }
    if files.isEmpty {
      add(try RuleSelfCheck(BuiltInRules.packs(), isBuiltIn: true))
    }
    for file in files {
      guard let text = try Files.text(of: file) else { throw CommandError("\(file): there is no such file") }
      let pack = try WrittenPack(text, file: file)
      problems += pack.notices
      let dialect = ForeignConfiguration(file, pack, isForeign: false)?.dialect ?? .stanch
      add(try RuleSelfCheck([pack], isBuiltIn: false, dialect: dialect))
    }
    try Presentation.write((problems + warnings).map { TerminalText.escaped($0) + "\n" }.joined(), to: common.output)
    if !common.quiet {
      let verdict = problems.isEmpty ? "all keep what they promise" : RulesCheck.count(problems, "problem")
      let advice = warnings.isEmpty ? "" : ", \(RulesCheck.count(warnings, "warning"))"
      Console.standardError.write("stanch: \(rules) rules, \(examples) examples: \(verdict)\(advice)\n")
    }
    return problems.isEmpty ? .clean : .findings
  }

  private static func count(_ things: [String], _ noun: String) -> String {
    "\(things.count) \(noun)\(things.count == 1 ? "" : "s")"
  }
}
