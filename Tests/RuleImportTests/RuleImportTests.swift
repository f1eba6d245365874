import Rules
import Testing
import Vocabulary

@testable import RuleImport

@Suite struct RuleImportTests {
  private func imported(_ rules: String) throws -> (rules: [RuleDefinition], notes: [String]) {
    var rule = RuleImport(from: .kingfisher)
    try rule.add(rules)
    let pack = rule.pack()
    var compiler = RuleCompiler(keywordsStandInMatches: false)
    try compiler.add([WrittenPack(pack.text, file: "pack.toml")])
    return (compiler.rules, pack.notes)
  }

  /// Breaks when a part of a rule is lost on the way, or told for nothing.
  @Test func everyPart() throws {
    let (rules, notes) = try imported(
      """
      rules:
      - name: "A 'quoted' \\"name\\""
        id: x.1
        description: words
        pattern: 'it''s-(?P<OTHER>[a-z]{2})(?P<TOKEN>[0-9a-z]{8})'
        min_entropy: 2.5
        confidence: low
        visible: false
        keywords: [IT'S]
        references: ["https://example.org"]
        examples: ["it's-ab{00000000}"]
        pattern_requirements: {min_uppercase: 1, min_special_chars: 1, special_chars: "]-^", checksum: {}}
        revocation: {}
        unheard: 1
      - {name: B, id: x.2, pattern: "b+", depends_on_rule: [{rule_id: x.1}, {rule_id: x.9}]}
      """)
    let rule = try #require(rules.first)
    #expect(
      rule.summary.title == "A 'quoted' \"name\"" && rule.summary.description == "words"
        && rule.summary.confidence == .low)
    #expect(rule.pattern == "it's-(?P<OTHER>[a-z]{2})(?P<TOKEN>[0-9a-z]{8})" && rule.secretGroup == 2)
    #expect(rule.entropy == 2.5 && rule.isComponent && rule.keywords == ["it's"])
    #expect(rule.allowlists.map(\.regexes) == [["^[^A-Z]*$"], ["^[^\\]\\-\\^]*$"]])
    #expect(rules.last?.companions == [Companion(rules: ["x.1"], alone: .medium)])
    #expect(
      notes == [
        "x.1: pattern_requirements: checksum is left out",
        "x.1: revocation is left out: nothing of stanch talks to a network",
        "x.1: unheard is not known and left out",
        "x.2: no literal stands in every match, so it is matched against every text, which is slow",
        "x.2: it asks for x.9, which is not among these rules, so that is left out",
      ])
  }

  /// Breaks when two rules of one id make a pack that cannot be read.
  @Test func anIdThatStandsTwice() throws {
    let (rules, notes) = try imported("rules:\n- {name: A, id: x, pattern: aaa}\n- {name: B, id: x, pattern: bbb}\n")
    #expect(rules.map(\.pattern) == ["aaa"] && notes.count == 1)
  }
}
