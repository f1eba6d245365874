internal import ArgumentParser
internal import Baselines

/// `stanch baseline update`: accepts what is new.
struct UpdateBaseline: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Take what is new into the baseline.",
    discussion: """
      Adds what scans report, and follows secrets to files that were renamed. Reasons, owners, days and comments stay as they \
      were written. An entry that has expired stays expired: give it another day by hand.
      """)

  @OptionGroup var options: BaselineOptions

  mutating func execute() async throws -> ExitStatus {
    try await BaselineWork(options).run { file, found in
      var update = BaselineUpdate(BaselineDraft(try file.required()))
      update.take(found)
      return update
    }
  }
}
