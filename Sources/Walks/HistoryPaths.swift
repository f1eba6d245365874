internal import Git
internal import Lineage
internal import Packs
internal import Rules
internal import Scanning
internal import Vocabulary

/// The paths of a history that rules about the path alone match, with every commit that has a text of its own there.
///
/// The scan of objects does not see these: a text that holds nothing is not traced back to its paths.
struct HistoryPaths {
  /// A text at a path that such a rule matches.
  struct Holder {
    /// The commit's place in the history, ancestors first.
    let order: Int
    /// The commit, by its number in the store; `nil` for a tree that a reference names.
    let commit: Int?
    /// The reference that names the tree.
    let reference: String?
    let blob: ObjectID
  }

  private(set) var holders: [RepositoryPath: [Holder]] = [:]
  private(set) var incidents: Set<Incident> = []
  private var asked: Set<RepositoryPath> = []
  private let configurations: HistoryConfigurations

  /// So many commits are listed in one go, that what git prints fits in memory.
  private static let batchSize = 2048

  init(_ configurations: HistoryConfigurations) {
    self.configurations = configurations
  }

  /// The rules that have no expression for texts.
  static func rules(of ruleSet: RuleSet) -> [RuleID] {
    ruleSet.rules.filter { $0.definition.pattern == nil }.map(\.summary.id)
  }

  /// Looks at what the commits of a history bring in; `commits` are numbers in the store, ancestors first.
  mutating func look(
    at commits: [(order: Int, commit: Int)], of repository: Repository, _ texts: HistoryTexts,
    isCancelled: () -> Bool
  ) async throws {
    var rest = commits[...]
    while !rest.isEmpty, !isCancelled() {
      let batch = rest.prefix(HistoryPaths.batchSize)
      rest = rest.dropFirst(HistoryPaths.batchSize)
      let files = try await repository.newFiles(of: batch.map { texts.id($0.commit) })
      for (place, files) in zip(batch, files) {
        for file in files {
          try take(file, Holder(order: place.order, commit: place.commit, reference: nil, blob: file.blob))
        }
      }
    }
  }

  /// Looks at the trees that references name, with no commit between.
  mutating func look(at trees: [PushedObject], of repository: Repository, order: Int) async throws {
    for tree in trees {
      for file in try await repository.files(ofTree: tree.id) {
        try take(file, Holder(order: order, commit: nil, reference: tree.reference, blob: file.blob))
      }
    }
  }

  private mutating func take(_ file: HeldFile, _ holder: Holder) throws {
    if asked.insert(file.path).inserted, try isMatched(file.path) { holders[file.path] = [] }
    holders[file.path]?.append(holder)
  }

  private mutating func isMatched(_ path: RepositoryPath) throws -> Bool {
    guard try !configurations.excludes(path) else { return false }
    let result = try configurations.examiner(path).scan(Blob(provenance: Provenance(path: path), bytes: []))
    incidents.formUnion(result.incidents)
    return result.parts.contains { $0.findings.contains(where: \.isAboutPath) }
  }
}

extension Finding {
  /// Whether it says something of a path, and nothing of a text.
  var isAboutPath: Bool { secret.isKnown && secret.count == 0 }
}
