internal import ArgumentParser
internal import Baselines
internal import Git
internal import Vocabulary
internal import Walks

/// `stanch scan tree [REV]`: what one commit holds.
struct ScanTree: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Scan every file of one commit.",
    discussion: """
      Reads from the object database alone, so it works in bare repositories too. A file that stands at several paths is \
      read once and reported at each.
      """)

  @Argument(help: ArgumentHelp("A commit, branch, tag or tree.", valueName: "rev"))
  var revision = "HEAD"

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    let revision = revision
    return try await ScanSession(common.settings, scanning.settings, subject: .tree).run { session in
      let repository = try await Repository()
      let tree = try await repository.tree(of: revision)
      let configurations = try ConfigurationTree(root: repository.workingTree, session.common, session.scanning)
      let baseline = try BaselineFile(root: repository.workingTree, explicit: session.scanning.baseline)
      let walk = TreeWalk(
        repository, conditions: session.conditions, configuration: configurations.configuration(for:))
      var verdict = try await walk.run(tree)
      verdict.notices += configurations.notices
      verdict.opensArchives = session.scanning.archives != nil
      baseline.settle(&verdict, .files(isCurrent: session.isUsual && revision == "HEAD"))
      return verdict
    }
  }
}
