internal import Git
internal import Lineage
internal import Packs
internal import Rules
internal import Vocabulary

extension HistoryWalk {
  /// What a look at the paths alone is about.
  struct PathQuestion {
    /// The rules that ask for nothing but a path; at least one.
    let rules: [RuleID]
    let includesUnreachable: Bool
    let sizeLimit: Int
    let isCancelled: () -> Bool
  }

  /// Asks the rules about the path alone of every path in the history; a failure becomes an incident.
  static func ask(
    _ question: PathQuestion, _ repository: Repository, _ references: References, _ store: ObjectStore,
    _ lineage: Lineage, _ configurations: HistoryConfigurations, _ verdict: inout Verdict
  ) async throws {
    let texts = HistoryTexts(store)
    var paths = HistoryPaths(configurations)
    var headPaths: Set<RepositoryPath>?
    do {
      let commits = lineage.graph.commits.enumerated().map { (order: $0.offset, commit: Int($0.element)) }
      try await paths.look(
        at: commits.filter { question.includesUnreachable || lineage.reach(ofCommit: $0.commit) != .nothing },
        of: repository, texts, isCancelled: question.isCancelled)
      try await paths.look(
        at: repository.contents(of: trees(references, store)).trees, of: repository, order: commits.count)
      if !paths.holders.isEmpty, let head = references.head {
        headPaths = Set(try await repository.files(ofTree: head).map(\.path))
      }
    } catch let error as GitError {
      let names = question.rules.map(\.name).joined(separator: ", ")
      verdict.incidents.append(
        Incident(
          kind: .unreadable, subject: "history",
          reason: "rules about paths alone (\(names)) were not asked of every path: \(error)", hint: error.hint))
    }
    var findings = HistoryPathFindings(
      paths, lineage, texts, configurations, sizeLimit: question.sizeLimit, headPaths: headPaths)
    try findings.judge()
    verdict.incidents += paths.incidents
    verdict.findings = (verdict.findings + findings.findings).sorted()
    verdict.allowed += findings.allowed
  }

  /// What names a tree, or a tag that may stand for one.
  private static func trees(_ references: References, _ store: ObjectStore) -> [PushedObject] {
    let all = references.references + references.pseudoreferences + references.logged
    return all.filter { reference in
      let kind = store.number(of: reference.id).flatMap { store.kind(of: $0) }
      return kind == .tree || kind == .tag
    }.map { PushedObject(id: $0.id, reference: $0.name) }
  }
}
