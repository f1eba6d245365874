internal import Decoding

/// The distinct keywords of a set of rules, and for each the rules that own it.
package struct KeywordTable: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let keyword: [UInt8]
    package let rules: [Int]
  }

  /// After the keywords, in the order of their text, stand the markers of escapes, which no rule owns.
  package let entries: [Entry]
  /// Rules without a keyword: they are matched against every text.
  package let unconditional: [Int]

  /// The first entry that is a marker.
  package var firstMarker: Int { entries.count - EscapeMarkers.literals.count }

  package init(entries: [Entry], unconditional: [Int]) {
    self.entries = entries
    self.unconditional = unconditional
  }

  package init(_ rules: [RuleDefinition]) {
    var owners: [String: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      for keyword in Set(rule.keywords) where !keyword.isEmpty { owners[keyword, default: []].append(index) }
    }
    let keywords = owners.sorted { $0.key < $1.key }.map { Entry(keyword: Array($0.key.utf8), rules: $0.value) }
    entries = keywords + EscapeMarkers.literals.map { Entry(keyword: $0, rules: []) }
    unconditional = rules.indices.filter { rules[$0].keywords.allSatisfy(\.isEmpty) }
  }
}
