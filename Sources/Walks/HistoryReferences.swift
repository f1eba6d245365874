internal import Lineage
internal import Vocabulary

/// The names of the references that lead to secrets.
struct HistoryReferences {
  private var namesOfUse: [Int: [String]] = [:]

  init(_ ledger: SecretLedger, _ lineage: Lineage, _ traced: LineageResult, _ texts: HistoryTexts) {
    let direct = Dictionary(grouping: traced.directPlaces, by: \.object)
    let uses = ledger.occurrences.keys.sorted()
    let commits = uses.map { use in
      Set((ledger.occurrences[use] ?? []).compactMap(\.origin).filter { !texts.isTag($0) }).sorted()
    }
    let names = lineage.references(reachingAny: commits)
    for (place, use) in uses.enumerated() {
      let tags = (ledger.occurrences[use] ?? []).compactMap(\.origin).filter(texts.isTag)
      let named = (ledger.occurrences[use] ?? []).filter { $0.origin == nil }
        .flatMap { direct[$0.object]?.compactMap(\.tip.name) ?? [] }
      let others = tags.flatMap { lineage.references(reachingTag: $0) } + named
      namesOfUse[use] = others.isEmpty ? names[place] : Set(names[place] + others).sorted()
    }
  }

  func names(of use: Int) -> [String] { namesOfUse[use] ?? [] }
}
