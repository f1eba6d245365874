package import Git
internal import Scanning
internal import Suppression
package import Vocabulary

/// The commits of a range: every blob that a commit holds and none of its parents does, whole, and every message.
package struct RangeWalk {
  /// So many commits are read and compared together.
  private static let width = 128

  private let repository: Repository
  private let conditions: WalkConditions
  private var scan: RangeScan
  private var findings = RangeFindings()
  private var verdict = Verdict()

  /// - Parameter configuration: what decides about a path; folders have configurations of their own.
  package init(
    _ repository: Repository, conditions: WalkConditions,
    configuration: @escaping (RepositoryPath) throws -> ScanConfiguration
  ) {
    self.repository = repository
    self.conditions = conditions
    scan = RangeScan(repository, conditions: conditions, configuration: configuration)
  }

  /// - Throws: `GitError` when git's data cannot be read at all, and what `configuration` throws.
  package consuming func run(_ contents: RangeContents) async throws -> Verdict {
    conditions.meter.expect(objects: contents.commits.count)
    try await walk(contents.commits[...])
    try await walk(tags: contents)
    verdict.coverage.add(scan.verdict.coverage)
    verdict.incidents = Set(verdict.incidents + scan.verdict.incidents).sorted()
    verdict.dropped = scan.verdict.dropped
    verdict.findings = findings.findings.sorted()
    verdict.allowed = findings.allowed
    verdict.notices = findings.notices
    verdict.isInterrupted = conditions.interruption.isRequested
    return verdict
  }

  private mutating func walk(_ commits: ArraySlice<RangeCommit>) async throws {
    var reader = RangeCommits(repository)
    var rest = commits
    while !rest.isEmpty, !conditions.interruption.isRequested {
      let chunk = rest.prefix(RangeWalk.width)
      rest = rest.dropFirst(RangeWalk.width)
      let read = try await reader.read(chunk)
      let messages = try read.map { try scan.judge(message: $0.commit.text, of: $0.commit.origin, .commitMessage) }
      try await look(at: read.map(\.step), beside: messages)
      conditions.meter.add(objects: chunk.count)
    }
    verdict.incidents += reader.incidents
    if reader.boundaryCount > 0 { verdict.incidents.append(RangeWalk.boundary(reader.boundaryCount)) }
  }

  private static func boundary(_ count: Int) -> Incident {
    Incident(
      kind: .shallow, subject: "the boundary of this shallow clone",
      reason:
        "the parents of \(count) \(count == 1 ? "commit" : "commits") of the range are not here, nor what lies beyond",
      hint: "fetch the rest with git fetch --unshallow, or accept the gap with --tolerate shallow")
  }

  /// What tags say, and the trees and blobs that they stand for.
  private mutating func walk(tags contents: RangeContents) async throws {
    for tag in contents.tags {
      findings.take(try scan.judge(message: tag.text, of: tag.origin, .tagMessage))
    }
    let steps = contents.trees.map {
      RangeStep(origin: nil, trees: TreePair(tree: $0.id, others: []), name: $0.reference)
    }
    try await look(at: steps, beside: Array(repeating: [], count: steps.count))
    var blobs = TreeChanges()
    blobs.blobs = contents.blobs.map {
      IntroducedBlob(path: RepositoryPath($0.reference), blob: $0.id, before: [])
    }
    for suspect in try await scan.suspects([blobs], of: [nil]) {
      findings.take(suspect.examiner.judge(suspect.result, at: suspect.blob.provenance(nil)) { _ in true })
    }
  }

  /// Scans what steps bring in, and takes it with what their messages hold.
  private mutating func look(at steps: [RangeStep], beside messages: [[Suppression.Judgement]]) async throws {
    let changes = try await repository.changes(of: steps.map(\.trees))
    for (step, change) in zip(steps, changes) {
      verdict.coverage.submodules += change.submodules.count
      verdict.incidents += change.failures.map {
        Incident($0.error, subject: $0.path.bytes.isEmpty ? step.name : "\(step.name):\($0.path)")
      }
    }
    let suspects = try await scan.suspects(changes, of: steps.map(\.origin))
    let judgements = try await scan.judge(suspects, steps)
    for (message, judgement) in zip(messages, judgements) { findings.take(message + judgement) }
  }
}
