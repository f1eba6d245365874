internal import ArgumentParser
internal import Vocabulary

/// `stanch check`: the policy round env files and settings.
struct Check: StatusCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the policy: env files are ignored, templates tell every setting that the code needs.",
    discussion: """
      Looks at the working tree: tracked files, untracked ones, and env files that are ignored. What counts is what the \
      repository's own ignore files say; .git/info/exclude and your own excludes do not.
      """)

  @Option(
    help: ArgumentHelp(
      "End with status 1 from this severity on: low, medium, high or critical. What is less grave is only reported.",
      valueName: "severity"))
  var failOn = Severity.medium

  @OptionGroup var common: CommonOptions

  mutating func execute() async throws -> ExitStatus {
    let failOn = failOn
    return try await ScanSession(common.settings, ScanSettings(), subject: .policy).run { session in
      var verdict = try await PolicyRun(session).verdict()
      verdict.failsFrom = failOn
      return verdict
    }
  }
}

extension Severity: ExpressibleByArgument {}
