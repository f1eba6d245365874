import Patterns
import Rules
import Testing
import Vocabulary

@testable import Scanning

@Suite struct MatchWindowsTests {
  /// The windows of the one rule of a pack round the keywords in `text`.
  private func windows(_ rule: String, _ text: String, builtIn: Bool = true) throws -> [Range<Int>] {
    let ruleSet = try ruleSet("[[rules]]\nid = 'a'\n\(rule)\n", builtIn: builtIn)
    let group = try #require(ruleSet.groups.first).group
    let bytes = Array(text.utf8)
    var scanner = try LiteralScanner(group.prefilter)
    let hits = try unsafe scanner.hits(in: bytes.span.bytes)
    return windows(hits, group, length: bytes.count).filter { $0.rule == 0 }.map(\.window)
  }

  private func windows(
    _ hits: [LiteralHit], _ group: RuleGroup, length: Int
  ) -> [(rule: Int, window: Range<Int>)] {
    var windows: [(rule: Int, window: Range<Int>)] = []
    MatchWindows(group).forEach(hits, length: length) { rule, window, _ in windows.append((rule, window)) }
    return windows
  }

  private static let rule = "regex = 'key[0-9]{2}'\nkeywords = ['key']"

  @Test(
    "round each keyword as far as a match can reach, one byte more behind, and within the text",
    arguments: [
      ("..........key..........", [8..<16]), ("key", [0..<3]), ("key..........", [0..<6]), ("..........key", [8..<13]),
      ("", []),
      ("no word", []), ("key..........key", [0..<6, 11..<16]), ("keykey.......", [0..<9]), ("key....key....", [0..<13]),
      ("key.....key....", [0..<14]), ("key......key....", [0..<6, 7..<15]), ("KEY..........", [0..<6]),
    ])
  func merging(text: String, expected: [Range<Int>]) throws {
    #expect(try windows(Self.rule, text) == expected)
  }

  @Test(
    "keywords of different lengths",
    arguments: [
      ("regex = 'ab[0-9]{4}|abcdef'\nkeywords = ['ab', 'abcdef']", "....abcdef......", [0..<11]),
      ("regex = 'ab[0-9]{4}|abcdef'\nkeywords = ['ab', 'abcdef']", "........ab........abcdef", [4..<15, 14..<24]),
    ])
  func severalKeywords(rule: String, text: String, expected: [Range<Int>]) throws {
    let windows = try windows(rule, text)
    let merged = expected.reduce(into: [Range<Int>]()) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    #expect(windows == merged)
  }

  @Test(
    "the whole text where a keyword may be anywhere, or where there is none",
    arguments: [
      ("regex = 'key[0-9]{2}'\nkeywords = ['key']", "....key....", false, [0..<11]),
      ("regex = 'key[0-9]{2}'\nkeywords = ['key']", "...........", false, []),
      ("regex = 'key[0-9]+'\nkeywords = ['key']", "....key..key", true, [0..<12]),
      ("regex = '[0-9]'", "....", true, [0..<4]),
      ("regex = '[0-9]'", "", true, [0..<0]),
    ])
  func wholeText(rule: String, text: String, builtIn: Bool, expected: [Range<Int>]) throws {
    #expect(try windows(rule, text, builtIn: builtIn) == expected)
  }

  @Test("every rule of a keyword has its window, once for each search, and nothing is left for the next")
  func severalRules() throws {
    let rules = ["c", "a", "b"].map { "[[rules]]\nid = '\($0)'\nregex = 'key\($0)'\nkeywords = ['key']\n" }.joined()
    let group = try #require(try ruleSet(rules).groups.first).group
    var scanner = try LiteralScanner(group.prefilter)
    let bytes = Array("a key".utf8)
    let hits = try unsafe scanner.hits(in: bytes.span.bytes)
    let sweep = MatchWindows(group)
    for _ in 0..<2 {
      var seen: [Int] = []
      sweep.forEach(hits, length: 5) { rule, _, _ in seen.append(rule) }
      #expect(seen.sorted() == [0, 1, 2])
      sweep.forEach([], length: 5) { _, _, _ in Issue.record("a window without a keyword") }
    }
  }
}
