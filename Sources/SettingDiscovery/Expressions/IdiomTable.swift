/// The idioms of a language, found by the last word of their paths.
struct IdiomTable: Sendable {
  /// By the whole path.
  private(set) var paths: [String: Idiom] = [:]
  /// By the last words of the path, whatever stands before them: written `*.config.get`.
  private(set) var tails: [String: Idiom] = [:]
  /// The digests of the words that can end a path.
  private(set) var lastWords = DigestSet()

  init(_ idioms: [Idiom]) {
    for idiom in idioms { add(idiom) }
  }

  mutating func add(_ idiom: Idiom) {
    if idiom.path.hasPrefix("*.") {
      tails[String(idiom.path.dropFirst(2))] = idiom
    } else {
      paths[idiom.path] = idiom
    }
    lastWords.insert(WordDigest.of(String(idiom.path.split(separator: ".").last ?? "")))
  }

  /// The idiom that these words lead to, the longest path first.
  func idiom(_ words: [String]) -> Idiom? {
    if let exact = paths[words.joined(separator: ".")] { return exact }
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      if let tail = tails[words.suffix(count).joined(separator: ".")] { return tail }
    }
    return nil
  }
}
