internal import ArgumentParser
internal import Git
internal import Vocabulary
internal import Walks

/// `stanch scan history`: everything the repository remembers.
struct ScanHistory: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Scan everything that any reference, stash, reflog or note reaches, messages included.",
    discussion: """
      Each object is read once. A secret is one finding, shown where it first came in, with every path that held it, what \
      still leads to it, and whether HEAD still has it. The working tree's configuration holds for the whole history.
      """)

  @Flag(help: "Scan dangling objects too, which nothing leads to any more.")
  var unreachable = false

  @Flag(help: "Scan every text whole and by itself: slow, and finds the same.")
  var exhaustive = false

  @OptionGroup var sharding: ShardOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    var options = HistoryWalk.Options()
    options.includesUnreachable = unreachable
    options.isExhaustive = exhaustive
    options.shard = try sharding.number().map { ($0.index, $0.count) }
    let chosen = options
    return try await ScanSession(common.settings, scanning.settings, subject: .history).run { session in
      let repository = try await Repository()
      let configurations = try ConfigurationTree(root: repository.workingTree, explicit: session.common.config)
      var files: [RepositoryPath] = []
      if let root = repository.workingTree, try await GitProgram().isInsideWorkingTree() {
        files = try await GitProgram().files(under: [root]).paths
      }
      let walk = HistoryWalk(
        repository, chosen, session.conditions,
        common: try configurations.configuration(for: RepositoryPath("COMMIT_EDITMSG")),
        others: try configurations.others(among: files), configuration: configurations.configuration(for:))
      var verdict = try await walk.run()
      verdict.notices += configurations.notices
      return verdict
    }
  }
}
