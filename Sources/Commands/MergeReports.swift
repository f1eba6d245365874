internal import ArgumentParser
internal import Reporting
internal import Vocabulary

/// `stanch merge`: what one run would have said, from the reports of several.
struct MergeReports: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the JSON reports of a scan's shards into one report.",
    discussion: """
      The reports are those of --format json. Of the shards of one scan every one has to be there: a missing shard counts \
      as not looked at. Reports that are no shards are put side by side.
      """)

  @Argument(help: ArgumentHelp("The reports, each a file.", valueName: "report"))
  var reports: [String]

  @OptionGroup var common: CommonOptions

  mutating func execute() async throws -> ExitStatus {
    let settings = common.settings
    let clock = ContinuousClock()
    let start = clock.now
    try settings.enterFolder()
    let verdict = try MergedVerdict(reports.map(MergeInput.init(path:))).verdict
    // Advice depends on how far a secret has come.
    let isHistory = verdict.findings.contains { $0.trace != nil }
    return try Presentation(settings, subject: isHistory ? .history : .files).present(
      verdict, took: start.duration(to: clock.now))
  }
}
