internal import ArgumentParser
internal import Baselines
internal import Vocabulary

/// `stanch baseline create`: accepts everything that is there.
struct CreateBaseline: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a baseline of all that scans find now.",
    discussion: """
      Scans the working tree as scan files does, and with --history the history too. Nothing is written when something could \
      not be looked at, and no baseline that is there is written over.
      """)

  @OptionGroup var options: BaselineOptions

  mutating func execute() async throws -> ExitStatus {
    try await BaselineWork(options).run { file, found in
      if file.baseline != nil {
        throw CommandError(
          "\(file.title): there is a baseline already", hint: "bring it up to date: stanch baseline update")
      }
      var update = BaselineUpdate(BaselineDraft())
      update.take(found)
      return update
    }
  }
}

extension BaselineUpdate {
  mutating func take(_ found: BaselineWork.Found) {
    take(files: found.files.findings)
    if let history = found.history { take(history: history.findings) }
  }
}
