internal import Vocabulary

/// Where each secret is, for every place at which the history holds it.
struct SecretLedger {
  /// A text at one path that holds a secret, and the commit that first had it there.
  struct Occurrence {
    /// The commit's place in the history, ancestors first.
    let order: Int
    /// The commit or tag, by its number in the store; `nil` where nothing leads to the text.
    let origin: Int?
    let object: Int
    let path: RepositoryPath
    let kind: Provenance.Kind
    /// How often the text holds it.
    let count: Int
    /// Whether what its rule asks for is not beside it.
    let isAlone: Bool
  }

  private(set) var occurrences: [Int: [Occurrence]] = [:]

  mutating func add(_ occurrence: Occurrence, of use: Int) { occurrences[use, default: []].append(occurrence) }

  /// What is graver comes first, with all that its rule asks for; then what is earlier in the history; then by path.
  static func precedes(_ left: Occurrence, _ right: Occurrence) -> Bool {
    if left.isAlone != right.isAlone { return right.isAlone }
    return (left.order, left.path, left.object) < (right.order, right.path, right.object)
  }

  /// How often a secret is in the history: each text counts once at each of its paths, however many commits have it there.
  static func count(_ occurrences: [Occurrence]) -> Int {
    struct Place: Hashable {
      let object: Int
      let path: RepositoryPath
      let isAlone: Bool
    }
    var counts: [Place: Int] = [:]
    for occurrence in occurrences {
      counts[Place(object: occurrence.object, path: occurrence.path, isAlone: occurrence.isAlone)] = occurrence.count
    }
    return counts.values.reduce(0, +)
  }
}
