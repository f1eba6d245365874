internal import ArgumentParser
internal import Baselines
internal import Git
internal import Rules
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

  @Option(
    help: ArgumentHelp(
      "Remember in this file which blobs held nothing, and pass over them next time, as long as the rules are the same.",
      valueName: "file"))
  var cache: String?

  @OptionGroup var sharding: ShardOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func validate() throws {
    if cache != nil, sharding.shard != nil { throw ValidationError("--cache and --shard exclude each other") }
  }

  mutating func execute() async throws -> ExitStatus {
    var options = HistoryWalk.Options()
    options.includesUnreachable = unreachable
    options.isExhaustive = exhaustive
    options.shard = try sharding.number().map { ($0.index, $0.count) }
    let (chosen, cache) = (options, cache)
    return try await ScanSession(common.settings, scanning.settings, subject: .history).run { session in
      let repository = try await Repository()
      let baseline = try BaselineFile(root: repository.workingTree, explicit: session.scanning.baseline)
      var verdict = try await ScanHistory.verdict(of: repository, chosen, cache: cache, session)
      baseline.settle(&verdict, session.isUsual ? .history : .commits)
      return verdict
    }
  }

  /// What the history holds, with nothing taken out for a baseline's sake.
  static func verdict(
    of repository: Repository, _ chosen: HistoryWalk.Options, cache: String?, _ session: ScanSession
  ) async throws -> Verdict {
    let configurations = try ConfigurationTree(root: repository.workingTree, session.common, session.scanning)
    let rules = try await rules(configurations, repository, archiveDepth: session.scanning.archiveDepth)
    var (options, notices) = (chosen, [String]())
    let clean = cache.map { CleanBlobs(path: $0, rules: rules.digest) }
    if let clean { options.known = try clean.read(notices: &notices) }
    let outcome = try await HistoryWalk(
      repository, options, session.conditions, rules: rules.set, common: rules.common,
      hasOthers: rules.hasOthers, configuration: configurations.configuration(for:)
    ).run()
    if let clean, !outcome.clean.isEmpty { try clean.write(outcome.clean) }
    var verdict = outcome.verdict
    verdict.ruleSetDigest = rules.digest
    verdict.opensArchives = session.scanning.archives != nil
    verdict.notices += notices + configurations.notices
    return verdict
  }

  private struct Rules {
    /// Whatever any configuration reports.
    let set: RuleSet
    let digest: String
    let common: ScanConfiguration
    let hasOthers: Bool
  }

  /// The rules of all configurations of the repository together.
  private static func rules(
    _ configurations: ConfigurationTree, _ repository: Repository, archiveDepth: Int?
  ) async throws -> Rules {
    var files: [RepositoryPath] = []
    if let root = repository.workingTree, try await GitProgram().isInsideWorkingTree() {
      files = try await GitProgram().files(under: [root]).paths
    }
    let common = try configurations.configuration(for: Provenance.commitMessage)
    let others = try configurations.others(among: files)
    let set = RuleSet.union([common.rules] + others.map(\.rules))
    let archives = archiveDepth.map { "-archives-\($0)" } ?? ""
    return Rules(
      set: set, digest: set.digest(version: Version.current) + archives, common: common, hasOthers: !others.isEmpty)
  }
}
