import Rules
import Testing

@testable import Scanning

@Suite struct RuleOverlapTests {
  private func warnings(_ confidence: String, _ otherConfidence: String) throws -> [String] {
    let text = """
      [[rules]]
      id = "one"
      regex = 'tok_[0-9]{8}'
      confidence = "\(confidence)"
      examples = ["tok_{digits:8}"]
      [[rules]]
      id = "other"
      regex = 'tok_[a-z0-9]{8}'
      confidence = "\(otherConfidence)"
      examples = ["tok_{lower:8}"]
      """
    return try RuleSelfCheck([WrittenPack(text, file: "pack.toml")], isBuiltIn: false).warnings.map(\.description)
  }

  @Test(
    "of two rules that find the same secret it is said which wins",
    arguments: [
      ("high", "high", ["pack.toml: rule one: «tok_{digits:8}»: the rule other finds the same secret, and gives way"]),
      ("low", "high", ["pack.toml: rule one: «tok_{digits:8}»: the rule other finds the same secret, and wins"]),
      ("high", "low", []),
    ])
  func overlaps(confidence: String, other: String, expected: [String]) throws {
    #expect(try warnings(confidence, other) == expected)
  }
}
