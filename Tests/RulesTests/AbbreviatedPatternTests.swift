import Testing

@testable import Rules

@Suite struct AbbreviatedPatternTests {
  private func context(_ names: String) throws -> String {
    let rule = try #require(
      try definitions("[[rules]]\nid = 'a'\ncontext = ['acme']\nvalue = '[0-9]{20}'\nnames = [\(names)]\n").first)
    return try #require(rule.pattern)
  }

  @Test("what was abbreviated is read back", arguments: ["", "a[b]\\d+", "\u{1}", "a\u{1}0\u{1}\u{1}b", "ä\u{1}"])
  func roundTrip(pattern: String) {
    #expect(AbbreviatedPattern(text: AbbreviatedPattern(pattern).text).pattern == pattern)
  }

  @Test("expressions about a context become short", arguments: ["", "'key', 'token'"])
  func contexts(names: String) throws {
    let pattern = try context(names)
    let abbreviated = AbbreviatedPattern(pattern)
    #expect(abbreviated.text.utf8.count < 600)
    #expect(abbreviated.text.utf8.count * 2 < pattern.utf8.count)
    #expect(AbbreviatedPattern(text: abbreviated.text).pattern == pattern)
  }
}
