import Patterns
import Testing

@Suite struct PatternMatchTests {
  @Test(
    "a group that took no part has no range, nor has one that is not there",
    arguments: [
      ("(a)|(b)", "b", [0..<1, nil, 0..<1, nil]), ("(a)|(b)", "a", [0..<1, 0..<1, nil, nil]),
      ("(x)?a(y)?", "a", [0..<1, nil, nil, nil]), ("(x?)a", "a", [0..<1, 0..<0, nil, nil]),
      ("((a)b)", "zab", [1..<3, 1..<3, 1..<2, nil]), ("(?<name>a)", "a", [0..<1, 0..<1, nil]),
      (#"ab\Kc"#, "abc", [2..<3, nil]),
    ] as [(String, String, [Range<Int>?])])
  func groups(source: String, text: String, expected: [Range<Int>?]) throws {
    let match = try #require(try firstMatch(of: source, in: text))
    #expect(expected.indices.map(match.group) == expected)
    #expect(match.range == expected[0])
  }

  @Test(
    "a pattern says how many groups it has",
    arguments: [
      ("a", 0), ("(a)", 1), ("(?:a)(b(c))", 2), ("(?|(a)|(b))", 1),
    ])
  func captureCount(source: String, expected: Int) throws {
    #expect(try Pattern(source).captureCount == expected)
  }

  @Test("a pattern with more groups than are reported still says where it matched", arguments: [63, 64, 65, 200])
  func manyGroups(count: Int) throws {
    let source = String(repeating: "(a)", count: count)
    let match = try #require(try firstMatch(of: source, in: "b" + String(repeating: "a", count: count)))
    #expect(match.range == 1..<(count + 1))
    #expect(match.group(1) == 1..<2)
    #expect(match.group(60) == 60..<61)
  }
}
