internal import ArgumentParser
internal import Git
internal import Vocabulary
internal import Walks

/// `stanch hook run commit-msg FILE`: the message of the coming commit.
struct HookRunCommitMessage: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit-msg", abstract: "Scan the message of the coming commit.")

  @Argument(help: "The file that holds the message; git names it.")
  var file: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    let clock = ContinuousClock()
    let start = clock.now
    guard let bytes = try Files.contents(of: file) else { throw CommandError("\(file): there is no such file") }
    let repository = try await Repository()
    let configurations = try ConfigurationTree(root: repository.workingTree, common.settings, scanning.settings)
    let baseline = try BaselineFile(root: repository.workingTree, explicit: scanning.baseline)
    let path = RepositoryPath("COMMIT_EDITMSG")
    var verdict = try TextWalk(examiner: configurations.examiner(for: path), sizeLimit: scanning.sizeLimit)
      .run(CommitMessage.kept(of: bytes), at: path)
    verdict.tolerated = scanning.settings.tolerated
    verdict.notices += configurations.notices
    baseline.settle(&verdict, baseline.someFiles)
    return try Presentation(common.settings, subject: .message).present(verdict, took: start.duration(to: clock.now))
  }
}
