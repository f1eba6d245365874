internal import ArgumentParser
internal import Baselines

/// `stanch baseline prune`: drops what is gone.
struct PruneBaseline: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Drop the entries of the baseline that nothing matches any more.",
    discussion: """
      An entry goes with the comments right above it. Entries about the history are looked at with --history only, and nothing \
      is dropped when something could not be looked at.
      """)

  @OptionGroup var options: BaselineOptions

  mutating func execute() async throws -> ExitStatus {
    try await BaselineWork(options).run { file, found in
      let baseline = try file.required()
      var update = BaselineUpdate(BaselineDraft(baseline))
      update.prune(baseline, files: found.files, history: found.history)
      return update
    }
  }
}
