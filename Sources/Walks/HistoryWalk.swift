package import Git
internal import Lineage
internal import Packs
package import Rules
internal import Scanning
internal import Suppression
package import Vocabulary

/// Everything that a repository's history holds: each object is read once, and what holds a secret is traced back afterwards.
package struct HistoryWalk {
  package struct Options: Sendable {
    /// Looks at what nothing leads to any more too.
    package var includesUnreachable = false
    /// Scans every text whole and by itself, the slow and plain way.
    package var isExhaustive = false
    /// Which part of the objects is scanned, counted from 1.
    package var shard: (index: Int, count: Int)?
    /// The ids of blobs that an earlier scan with the same rules found clean, one behind the other.
    package var known: [UInt8] = []

    package init() {}
  }

  private let repository: Repository
  private let options: Options
  private let ruleSet: RuleSet
  private let configurations: HistoryConfigurations
  private let workers: Int
  private let sizeLimit: Int
  private let meter: ScanMeter
  private let interruption: Interruption

  /// Texts that hold one of these are judged where they stand: it may be an allowance.
  private static let remarks = AllowComment.forms.map { Array($0.utf8) }
  /// No commit or tag is as large as this.
  private static let messageLimit = 1 << 30

  /// - Parameters:
  ///   - rules: whatever any configuration reports.
  ///   - common: the configuration of the repository as a whole.
  ///   - hasOthers: whether folders below have configurations of their own.
  ///   - configuration: what decides about what stands at a path.
  package init(
    _ repository: Repository, _ options: Options, _ conditions: WalkConditions, rules: RuleSet,
    common: ScanConfiguration, hasOthers: Bool,
    configuration: @escaping (RepositoryPath) throws -> ScanConfiguration
  ) {
    self.repository = repository
    self.options = options
    workers = conditions.threads
    sizeLimit = conditions.sizeLimit
    meter = conditions.meter
    interruption = conditions.interruption
    ruleSet = rules
    configurations = HistoryConfigurations(common: common, hasOthers: hasOthers, configuration: configuration)
  }

  package struct Outcome {
    package let verdict: Verdict
    /// The ids of all blobs that hold nothing, one behind the other; empty where not all were looked at.
    package let clean: [UInt8]
  }

  /// - Throws: `GitError` and `PackError` when the repository cannot be read at all, and what `examiner` throws.
  package func run() async throws -> Outcome {
    let idLength = try await repository.idLength()
    let references = try await repository.references()
    let store = try ObjectStore(folders: try await repository.objectFolders(), idLength: idLength, known: options.known)
    meter.expect(objects: store.count)
    var record = HistoryRecord()
    try await scanBlobs(store, &record)
    let graph = try await scanMessages(store, idLength, references.shallow, &record)
    record.count(known: options.known, idLength: idLength, in: store)
    let texts = HistoryTexts(store)
    let lineage = Lineage(
      store: store, idLength: idLength, graph: graph, tips: HistoryTips(references).tips, head: references.head)
    let traced: LineageResult
    do {
      if interruption.isRequested { throw CancellationError() }
      traced = try await lineage.trace(
        record.interesting, includesUnreachable: options.includesUnreachable, workers: workers,
        isCancelled: isCancelled, progress: progress)
    } catch is CancellationError {
      return Outcome(verdict: try UnplacedHistory(texts, record, configurations).verdict(), clean: [])
    }
    let report = HistoryReport(
      texts: texts, lineage: lineage, traced: traced, record: record,
      includesUnreachable: options.includesUnreachable, configurations: configurations)
    var verdict = try report.make()
    verdict.incidents += HistoryGaps(store, references, traced, isPartial: try await repository.isPartial()).incidents
    let pathRules = HistoryPaths.rules(of: ruleSet)
    // What the objects hold is divided among shards; paths belong to none of them.
    if !pathRules.isEmpty, options.shard.map({ $0.index == 1 }) ?? true {
      let question = PathQuestion(
        rules: pathRules, includesUnreachable: options.includesUnreachable, sizeLimit: sizeLimit,
        isCancelled: isCancelled)
      try await HistoryWalk.ask(question, repository, references, store, lineage, configurations, &verdict)
    }
    verdict.incidents.sort()
    verdict.isInterrupted = interruption.isRequested
    if let shard = options.shard {
      verdict.shard = Shard(index: shard.index, count: shard.count, basis: basis(store, references))
    }
    return Outcome(verdict: verdict, clean: verdict.isInterrupted ? [] : clean(store, record))
  }

  private func clean(_ store: ObjectStore, _ record: HistoryRecord) -> [UInt8] {
    guard options.shard == nil else { return [] }
    let interesting = Set(record.interesting)
    return (0..<store.count).filter { store.kind(of: $0) == .blob && !interesting.contains($0) }
      .flatMap { store.id(of: $0).bytes }
  }

  private var isCancelled: @Sendable () -> Bool {
    { [interruption] in interruption.isRequested }
  }

  private var progress: @Sendable (Int, Int) -> Void {
    { [meter] objects, bytes in meter.add(objects: objects, bytes: bytes) }
  }

  private var share: (index: Int, count: Int) { options.shard.map { ($0.index - 1, $0.count) } ?? (0, 1) }

  private func scanBlobs(_ store: ObjectStore, _ record: inout HistoryRecord) async throws {
    let (ruleSet, isExhaustive, meter) = (ruleSet, options.isExhaustive, meter)
    let leavesArchives = configurations.opensArchives
    let visitors = try await store.visit(
      kind: .blob, workers: workers, sizeLimit: sizeLimit, share: share, isCancelled: isCancelled,
      progress: progress
    ) {
      BlobVisitor(
        try VersionScanner(ruleSet, remarks: HistoryWalk.remarks), isExhaustive: isExhaustive,
        leavesArchives: leavesArchives, meter)
    }
    for visitor in visitors { record.take(visitor.record, uses: visitor.uses, isMessages: false) }
  }

  /// All commits and tags are read for how they hang together; of a shard only its own are scanned.
  private func scanMessages(
    _ store: ObjectStore, _ idLength: Int, _ shallow: Set<ObjectID>, _ record: inout HistoryRecord
  ) async throws -> CommitGraph {
    var builders: [CommitGraph.Builder<ObjectStore>] = []
    let (ruleSet, share, sizeLimit) = (ruleSet, share, sizeLimit)
    for kind in [ObjectKind.commit, .tag] {
      let visitors = try await store.visit(
        kind: kind, workers: workers, sizeLimit: HistoryWalk.messageLimit, isCancelled: isCancelled,
        progress: progress
      ) {
        MessageVisitor(
          try VersionScanner(ruleSet, remarks: HistoryWalk.remarks), kind: kind, share: share, sizeLimit: sizeLimit,
          graph: CommitGraph.Builder(store, idLength: idLength))
      }
      for visitor in visitors {
        record.take(visitor.record, uses: visitor.uses, isMessages: true)
        builders.append(visitor.graph)
      }
    }
    return CommitGraph(
      builders, count: store.count, shallow: Set(shallow.compactMap { store.number(of: $0) }))
  }

  /// What two shards must have in common for their reports to make one.
  private func basis(_ store: ObjectStore, _ references: References) -> String {
    let names = (references.references + references.pseudoreferences).map { "\($0.name) \($0.id)" }.sorted()
    let asked = "\(options.includesUnreachable) \(sizeLimit)"
    let key = FingerprintKey(Array("stanch/shards/v1".utf8))
    let tips = Fingerprint(
      rule: RuleID("shards"), secret: Secret(Array(([asked] + names).joined(separator: "\n").utf8)), key: key)
    return "\(store.digest)-\(tips)"
  }
}
