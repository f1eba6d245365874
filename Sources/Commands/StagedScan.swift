internal import Git
internal import Vocabulary
internal import Walks

/// The staged scan from options to exit status, for `scan staged` and the pre-commit hook.
struct StagedScan {
  private let common: CommonSettings
  private let scanning: ScanSettings
  private let clock = ContinuousClock()

  init(_ common: CommonSettings, _ scanning: ScanSettings) {
    self.common = common
    self.scanning = scanning
  }

  func run() async throws -> ExitStatus {
    let start = clock.now
    try common.enterFolder()
    let repository = try await Repository()
    let configurations = try ConfigurationTree(root: repository.workingTree, common, scanning)
    let baseline = try BaselineFile(root: repository.workingTree, explicit: scanning.baseline)
    let walk = StagedWalk(repository, sizeLimit: scanning.sizeLimit, examiner: configurations.examiner)
    var verdict = try await walk.run()
    verdict.tolerated = scanning.tolerated
    verdict.notices += configurations.notices
    baseline.settle(&verdict, baseline.someFiles)
    return try Presentation(common, subject: .staged).present(verdict, took: start.duration(to: clock.now))
  }
}
