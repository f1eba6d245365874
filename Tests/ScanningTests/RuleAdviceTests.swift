import Rules
import Testing

@testable import Scanning

@Suite struct RuleAdviceTests {
  private func warnings(_ body: String) throws -> [String] {
    let text = "[[rules]]\nid = 'a'\n\(body)\n"
    return try RuleSelfCheck([WrittenPack(text, file: "pack.toml")], isBuiltIn: false).warnings.map(\.message)
  }

  @Test("a context word that stands everywhere")
  func commonWords() throws {
    #expect(
      try warnings("context = ['line', 'line_bot']\nvalue = '[0-9]{20}'")
        == ["the context word «line» is common in code: use a compound of it"])
  }

  @Test(
    "whether a keyword can stand in a match",
    arguments: [
      ("tok_", "tok_[a-z]{8}", true), ("api_key", "(?:api|app)[_-]?(?:key|secret)", true),
      ("apikey", "(?i:API)[_-]?KEY", true), ("ghp_", "gh[pousr]_[0-9]{8}", true), ("1q~", "[0-9]Q~[0-9]{4}", true),
      ("token", "tok_[0-9]{8}", false), ("key", "[0-9]{20}", false),
    ])
  func keywords(keyword: String, pattern: String, expected: Bool) throws {
    #expect(RuleAdvice.canStand(keyword, in: pattern) == expected)
    let warnings = try warnings("regex = '''\(pattern)'''\nkeywords = ['\(keyword)']")
    #expect(warnings == (expected ? [] : ["the keyword «\(keyword)» is not in the regex"]))
  }

  @Test("an expression that tries very often on repeats of its own example")
  func runningAway() throws {
    #expect(
      try warnings("regex = 'a(?:b|bb|bbb){1,99}c'\nexamples = ['a{repeat:b:60}c']")
        == ["repeats of the example «a{repeat:b:60}c» make the regex try very often"])
    #expect(try warnings("regex = 'ab{1,99}c'\nexamples = ['a{repeat:b:60}c']") == [])
  }
}
