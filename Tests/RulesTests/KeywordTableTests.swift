import Decoding
import Rules
import Testing

@Suite struct KeywordTableTests {
  private static let markers = EscapeMarkers.literals.map { String(decoding: $0, as: UTF8.self) }

  private func table(_ keywords: [[String]]) throws -> KeywordTable {
    let rules = keywords.enumerated().map { "[[rules]]\nid = 'r\($0.offset)'\nregex = 'x'\nkeywords = \($0.element)\n" }
    return KeywordTable(try definitions(rules.joined()))
  }

  @Test("each keyword once, with every rule that owns it")
  func owners() throws {
    let table = try table([["b", "a"], ["a"], ["A", "a"]])
    #expect(table.entries.map { String(decoding: $0.keyword, as: UTF8.self) } == ["a", "b"] + Self.markers)
    #expect(table.entries.prefix(2).map(\.rules) == [[0, 1, 2], [0]])
    #expect(table.firstMarker == 2)
    #expect(table.entries[2...].map(\.rules.count).max() == 0)
    #expect(table.unconditional.isEmpty)
  }

  @Test("a rule without a keyword, or with an empty one alone, is matched against every text")
  func unconditional() throws {
    let table = try table([[], ["k"], [""], ["", "k"]])
    #expect(table.unconditional == [0, 2])
    #expect(table.entries.prefix(table.firstMarker).map(\.rules) == [[1, 3]])
  }
}
