internal import ArgumentParser
internal import Reporting
internal import Rules
internal import Scanning

/// `stanch rules check [FILE...]`: proves every rule on its own examples.
struct RulesCheck: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove rules on their own examples and counter-examples.",
    discussion: "Without files the built-in rules are checked.")

  @Argument(help: "Rule packs or configurations.")
  var files: [String] = []

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    var problems: [String] = []
    var rules = 0
    var examples = 0
    func add(_ check: RuleSelfCheck) {
      problems += check.problems.map(\.description)
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
    try Presentation.write(problems.map { TerminalText.escaped($0) + "\n" }.joined(), to: common.output)
    if !common.quiet {
      let count = "\(problems.count) \(problems.count == 1 ? "problem" : "problems")"
      let verdict = problems.isEmpty ? "all keep what they promise" : count
      Console.standardError.write("stanch: \(rules) rules, \(examples) examples: \(verdict)\n")
    }
    return problems.isEmpty ? .clean : .findings
  }
}
