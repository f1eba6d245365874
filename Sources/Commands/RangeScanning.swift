internal import Baselines
internal import Git
internal import Vocabulary
internal import Walks

/// The scan of commits, for `scan range` and the hooks of a push.
struct RangeScanning {
  let session: ScanSession
  /// Whether the configuration and the baseline of the working tree are asked.
  var trustsWorkingTree = true
  /// What is said when there is nothing to look at.
  let emptiness: String

  func run(_ contents: (Repository) async throws -> RangeContents) async throws -> Verdict {
    let repository = try await Repository()
    let contents = try await contents(repository)
    let root = trustsWorkingTree ? repository.workingTree : nil
    let configurations = try ConfigurationTree(root: root, session.common, session.scanning)
    let baseline = try BaselineFile(root: root, explicit: session.scanning.baseline)
    var verdict = try await RangeWalk(
      repository, conditions: session.conditions, configuration: configurations.configuration
    ).run(contents)
    verdict.notices += configurations.notices
    baseline.settle(&verdict, .commits)
    if contents.isEmpty { verdict.notices.append(emptiness) }
    return verdict
  }
}
