internal import ArgumentParser
internal import Reporting
internal import RuleImport

/// `stanch rules import FILE...`: rules of another program as a rule pack.
struct RulesImport: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Write rules of another program as a rule pack.",
    discussion:
      "Rule files of kingfisher, Nosey Parker and Titus (YAML). The pack goes to standard output; what cannot be carried over is told on standard error."
  )

  @Argument(help: "Rule files.")
  var files: [String]

  @Option(help: "The program whose rules they are: kingfisher.")
  var from = RuleImport.Source.kingfisher

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    var rules = RuleImport(from: from)
    for file in files {
      guard let text = try Files.text(of: file) else { throw CommandError("\(file): there is no such file") }
      do throws(RuleFileError) {
        try rules.add(text)
      } catch {
        throw CommandError("\(file):\(error.line): \(error.cause)")
      }
    }
    let pack = rules.pack()
    try Presentation.write(pack.text, to: common.output)
    if !common.quiet {
      let notes = pack.notes.map { "note: \(TerminalText.escaped($0))\n" }.joined()
      Console.standardError.write("\(notes)stanch: \(Quantity.count(rules.count, "rule")) read\n")
    }
    return .clean
  }
}

extension RuleImport.Source: ExpressibleByArgument {}
