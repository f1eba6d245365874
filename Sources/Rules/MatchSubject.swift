package import Filters
package import Vocabulary

/// A match that allowlists and filters are asked about, and where it stands.
package struct MatchSubject {
  package var path: RepositoryPath
  package var secret: [UInt8] = []
  package var match: [UInt8] = []
  /// The lines that the match stands on.
  package var line: [UInt8] = []
  /// Whether it is known where the text stands; before, the path says nothing.
  package var isPlaced = true
  /// What brought the text in, where that is known.
  package var origin: Origin?
  package var rule: RuleSummary?
  package var entropy = 0.0
  /// All of the text, where a filter asks for it, and the match and its line in it.
  package var text: [UInt8] = []
  package var range = 0..<0
  package var lineRange = 0..<0

  package init(path: RepositoryPath) {
    self.path = path
  }

  package init(path: RepositoryPath, secret: [UInt8], match: [UInt8], line: [UInt8]) {
    self.path = path
    self.secret = secret
    self.match = match
    self.line = line
  }

  /// The commit that brought the text in, in base 16.
  var commit: String? { origin?.id.description }
}

extension MatchSubject: FilterSubject {
  package func attribute(_ name: String) -> FilterValue? {
    switch name {
    case "path": return .text(path.bytes)
    case "git.sha": return commit.map { FilterValue($0) }
    case "git.author_name": return origin.map { FilterValue(MatchSubject.person($0.author).name) }
    case "git.author_email": return origin.map { FilterValue(MatchSubject.person($0.author).address) }
    case "git.date": return origin.map { FilterValue("\($0.time)") }
    default: return nil
    }
  }

  package func finding(_ name: String) -> FilterValue? {
    switch name {
    case "secret": .text(secret)
    case "match": .text(match)
    case "line": .text(line)
    case "rule_id": FilterValue(rule?.id.name ?? "")
    case "description": FilterValue(rule?.description ?? "")
    case "entropy": FilterValue("\(entropy)")
    case "fragment_raw": .text(text)
    case "match_start_idx": .integer(range.lowerBound)
    case "match_end_idx": .integer(range.upperBound)
    case "match_line_start_idx": .integer(lineRange.lowerBound)
    case "match_line_end_idx": .integer(lineRange.upperBound)
    case "context": .text(context)
    default: nil
    }
  }

  /// Takes `NAME <ADDRESS>` apart.
  private static func person(_ author: String) -> (name: String, address: String) {
    guard let start = author.lastIndex(of: "<") else { return (author, "") }
    var name = author[..<start]
    while name.last == " " { name.removeLast() }
    return (String(name), String(author[author.index(after: start)...].prefix { $0 != ">" }))
  }

  /// The lines of the match with twenty more on both sides.
  private var context: [UInt8] {
    var (low, high) = (lineRange.lowerBound, lineRange.upperBound)
    for _ in 0..<20 where low > 0 { low = text[..<(low - 1)].lastIndex(of: 10).map { $0 + 1 } ?? 0 }
    for _ in 0..<20 where high < text.count { high = text[(high + 1)...].firstIndex(of: 10) ?? text.count }
    return Array(text[low..<high])
  }
}
