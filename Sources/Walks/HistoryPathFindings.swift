internal import Git
internal import Lineage
internal import Packs
internal import Scanning
internal import Suppression
internal import Vocabulary

/// Findings of rules about the path alone: one for each rule and path, shown where the path came in.
struct HistoryPathFindings {
  private let paths: HistoryPaths
  private let lineage: Lineage
  private let texts: HistoryTexts
  private let configurations: HistoryConfigurations
  private let sizeLimit: Int
  /// The paths that HEAD holds; `nil` where there is no HEAD.
  private let headPaths: Set<RepositoryPath>?

  private(set) var findings: [Finding] = []
  private(set) var allowed: [AllowedFinding] = []

  init(
    _ paths: HistoryPaths, _ lineage: Lineage, _ texts: HistoryTexts, _ configurations: HistoryConfigurations,
    sizeLimit: Int, headPaths: Set<RepositoryPath>?
  ) {
    self.paths = paths
    self.lineage = lineage
    self.texts = texts
    self.configurations = configurations
    self.sizeLimit = sizeLimit
    self.headPaths = headPaths
  }

  /// What became of one rule at one path, for each text that stood there.
  private struct Outcome {
    var reported: [(finding: Finding, holder: HistoryPaths.Holder)] = []
    var allowed: [(finding: AllowedFinding, holder: HistoryPaths.Holder)] = []
  }

  mutating func judge() throws {
    for (path, holders) in paths.holders.sorted(by: { $0.key < $1.key }) {
      var outcomes: [RuleID: Outcome] = [:]
      for holder in holders {
        for judgement in try judgements(of: holder, at: path) {
          for finding in judgement.findings {
            outcomes[finding.rule.id, default: Outcome()].reported.append((finding, holder))
          }
          for finding in judgement.allowed {
            outcomes[finding.finding.rule.id, default: Outcome()].allowed.append((finding, holder))
          }
        }
      }
      for (_, outcome) in outcomes.sorted(by: { $0.key < $1.key }) { take(outcome) }
    }
  }

  private mutating func take(_ outcome: Outcome) {
    if let first = outcome.reported.first {
      findings.append(complete(first.finding, outcome.reported.map(\.holder)))
    }
    if let first = outcome.allowed.first {
      let finding = complete(first.finding.finding, outcome.allowed.map(\.holder))
      allowed.append(AllowedFinding(finding: finding, allowance: first.finding.allowance))
    }
  }

  private func judgements(
    of holder: HistoryPaths.Holder, at path: RepositoryPath
  ) throws -> [Suppression.Judgement] {
    let provenance = Provenance(path: path, blob: holder.blob, origin: holder.commit.map(texts.origin))
    // One that cannot be read is told by those that scan texts; its path is known all the same.
    let blob = Blob(provenance: provenance, bytes: texts.readable(holder.blob, limit: sizeLimit))
    let examiner = try configurations.examiner(path)
    return examiner.judge(examiner.scanUnopened(blob), isNew: \.isAboutPath)
  }

  /// - Parameter holders: in the order of the history; at least one.
  private func complete(_ finding: Finding, _ holders: [HistoryPaths.Holder]) -> Finding {
    var finding = finding
    let path = finding.provenance.path
    let commits = holders.compactMap(\.commit)
    var reaches = Set(commits.map { lineage.reach(ofCommit: $0) })
    if commits.count < holders.count { reaches.insert(.reference) }
    let names = lineage.references(reachingAny: [commits])[0] + holders.compactMap(\.reference)
    finding.occurrences = Set(holders.map(\.blob)).count
    finding.trace = Trace(
      paths: [path], isInHead: headPaths.map { $0.contains(path) }, references: Set(names).sorted(),
      reach: Trace.Reach.allCases.first(where: reaches.contains) ?? .nothing, order: holders[0].order)
    return finding
  }
}
