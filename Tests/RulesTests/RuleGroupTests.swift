import Testing
import Vocabulary

@testable import Rules

@Suite struct RuleGroupTests {
  @Test func withoutKeywords() throws {
    let group = try RuleGroup(try definitions("[[rules]]\nid = 'a'\nregex = 'x'\n"))
    #expect(group.keywords.firstMarker == 0)
    #expect(group.keywords.unconditional == [0])
    #expect(try RuleGroup([]).rules.isEmpty)
  }

  @Test("a rule is made once")
  func once() throws {
    let group = try RuleGroup(try definitions("[[rules]]\nid = 'a'\nregex = 'x'\nkeywords = ['k']\n"))
    #expect(group.rule(at: 0) === group.rule(at: 0))
    #expect(Array(group.reaches) == [.wholeText])
    #expect(group.rules.map(\.summary.id) == ["a"])
  }
}
