internal import Decoding

/// The distinct keywords of a set of rules, and for each the rules that own it, read where they stand in an image.
///
/// Small numbers, one after another: how many keywords there are, how many of them are markers, the longest keyword, the rules
/// without keywords; for each keyword, and once more at the end, where its owners and where its bytes begin; then the owners
/// and the bytes.
package struct KeywordTable: Sendable {
  package struct Entry: Sendable, Equatable {
    package let keyword: [UInt8]
    package let rules: [Int]
  }

  private let contents: ImageBytes
  private let places: Int
  private let owners: Int
  private let bytes: Int
  package let count: Int
  /// The first keyword that is a marker: after the keywords, in the order of their text, stand the markers of escapes, which
  /// no rule owns.
  package let firstMarker: Int
  /// In bytes.
  package let longestKeyword: Int
  /// Rules without a keyword: they are matched against every text.
  package let unconditional: [Int]

  private static let size = 3

  init(_ contents: ImageBytes, at position: Int) {
    self.contents = contents
    let number = { contents.small(at: position + KeywordTable.size * $0) }
    count = number(0)
    firstMarker = count - number(1)
    longestKeyword = number(2)
    unconditional = (0..<number(3)).map { number(4 + $0) }
    places = position + KeywordTable.size * (4 + unconditional.count)
    owners = places + 2 * KeywordTable.size * (count + 1)
    bytes = owners + KeywordTable.size * contents.small(at: places + 2 * KeywordTable.size * count)
  }

  package init(_ rules: [RuleDefinition]) {
    self.init(ImageBytes(KeywordTable.image(of: rules)), at: 0)
  }

  /// The table of `rules`, as it stands in an image.
  static func image(of rules: [RuleDefinition]) -> [UInt8] {
    let entries = entries(of: rules)
    let unconditional = rules.indices.filter { rules[$0].keywords.allSatisfy(\.isEmpty) }
    var writer = ImageWriter()
    writer.small(entries.count)
    writer.small(EscapeMarkers.literals.count)
    writer.small(entries.map(\.keyword.count).max() ?? 0)
    writer.small(unconditional.count)
    for rule in unconditional { writer.small(rule) }
    var (owner, byte) = (0, 0)
    for entry in entries + [Entry(keyword: [], rules: [])] {
      writer.small(owner)
      writer.small(byte)
      owner += entry.rules.count
      byte += entry.keyword.count
    }
    for rule in entries.flatMap(\.rules) { writer.small(rule) }
    return writer.contents + entries.flatMap(\.keyword)
  }

  private static func entries(of rules: [RuleDefinition]) -> [Entry] {
    var owners: [String: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      for keyword in Set(rule.keywords) where !keyword.isEmpty { owners[keyword, default: []].append(index) }
    }
    let keywords = owners.sorted { $0.key < $1.key }.map { Entry(keyword: Array($0.key.utf8), rules: $0.value) }
    return keywords + EscapeMarkers.literals.map { Entry(keyword: $0, rules: []) }
  }

  private func place(_ keyword: Int) -> Int { places + 2 * KeywordTable.size * keyword }

  /// Where the rules that own a keyword stand, for `rule(at:)`.
  package func owners(of keyword: Int) -> Range<Int> {
    contents.small(at: place(keyword))..<contents.small(at: place(keyword + 1))
  }

  /// How many there are together, a rule counted for each of its keywords.
  package var ownerCount: Int { owners(of: count - 1).upperBound }

  package func rule(at owner: Int) -> Int { contents.small(at: owners + KeywordTable.size * owner) }

  /// In bytes.
  package func length(of keyword: Int) -> Int { range(of: keyword).count }

  private func range(of keyword: Int) -> Range<Int> {
    contents.small(at: place(keyword) + KeywordTable.size)..<contents.small(at: place(keyword + 1) + KeywordTable.size)
  }

  package var keywords: [[UInt8]] {
    (0..<count).map { keyword in
      let range = range(of: keyword)
      return contents.array((bytes + range.lowerBound)..<(bytes + range.upperBound))
    }
  }

  package var entries: [Entry] {
    zip(keywords, 0..<count).map { keyword, number in
      Entry(keyword: keyword, rules: owners(of: number).map(rule(at:)))
    }
  }
}

extension KeywordTable: Equatable {
  package static func == (left: KeywordTable, right: KeywordTable) -> Bool {
    left.entries == right.entries && left.unconditional == right.unconditional
  }
}
