import Patterns
import Testing
import Vocabulary

@testable import Rules

@Suite struct RuleSetTests {
  private func ruleSet(_ ids: [String], regex: String = "x", allowlists: Int = 0) throws -> RuleSet {
    let text = ids.map { "[[rules]]\nid = '\($0)'\nregex = '\(regex)'\n" }.joined()
    let allowlist = AllowlistDefinition(
      description: regex, requiresAll: false, paths: ["p"], target: .secret, regexes: [], stopwords: [], commits: [])
    return RuleSet(
      try RuleGroup(try definitions(text)), allowlists: Array(repeating: Allowlist(allowlist), count: allowlists))
  }

  private func names(_ ruleSet: RuleSet) -> [String] {
    ruleSet.rules.map { "\($0.summary.id):\($0.definition.pattern ?? "")" }
  }

  @Test func rulesAreSortedById() throws {
    #expect(names(try ruleSet(["c", "a", "b"])) == ["a:x", "b:x", "c:x"])
  }

  @Test func disablingTakesAway() throws {
    let set = try ruleSet(["a", "b", "c"]).disabling(["b", "none"])
    #expect(names(set) == ["a:x", "c:x"])
    #expect(names(set.disabling(["a"])) == ["c:x"])
  }

  @Test("rules of the other take the place of those with their id")
  func adding() throws {
    let set = try ruleSet(["a", "b"], allowlists: 1).adding(ruleSet(["b", "c"], regex: "y", allowlists: 2))
    #expect(names(set) == ["a:x", "b:y", "c:y"])
    #expect(set.allowlists.map(\.description) == ["x", "y", "y"])
  }

  @Test("what the other has disabled replaces nothing")
  func addingDisabled() throws {
    let set = try ruleSet(["a", "b"]).adding(ruleSet(["b"], regex: "y").disabling(["b"]))
    #expect(names(set) == ["a:x", "b:x"])
  }

  @Test("a disabled rule can come back with another set")
  func addingAgain() throws {
    #expect(names(try ruleSet(["a"]).disabling(["a"]).adding(ruleSet(["a"], regex: "z"))) == ["a:z"])
  }
}
