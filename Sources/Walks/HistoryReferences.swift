internal import Lineage
internal import Vocabulary

/// The names of the references that lead to secrets.
struct HistoryReferences {
  private var namesOfUse: [Int: [String]] = [:]

  init(_ ledger: SecretLedger, _ lineage: Lineage, _ texts: HistoryTexts) {
    let uses = ledger.occurrences.keys.sorted()
    let commits = uses.map { use in
      Set((ledger.occurrences[use] ?? []).compactMap(\.origin).filter { !texts.isTag($0) }).sorted()
    }
    let names = lineage.references(reachingAny: commits)
    for (place, use) in uses.enumerated() {
      let tags = (ledger.occurrences[use] ?? []).compactMap(\.origin).filter(texts.isTag)
      let ofTags = tags.flatMap { lineage.references(reachingTag: $0) }
      namesOfUse[use] = ofTags.isEmpty ? names[place] : Set(names[place] + ofTags).sorted()
    }
  }

  func names(of use: Int) -> [String] { namesOfUse[use] ?? [] }
}
