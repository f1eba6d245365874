import Rules
import Testing

@testable import Scanning

@Suite struct RuleOverlapTests {
  private func warnings(_ keys: String, _ otherKeys: String) throws -> [String] {
    let text = """
      [[rules]]
      id = "one"
      regex = 'tok_[0-9]{8}'
      \(keys)
      examples = ["tok_{digits:8}"]
      [[rules]]
      id = "other"
      regex = 'tok_[a-z0-9]{8}'
      \(otherKeys)
      examples = ["tok_{lower:8}"]
      """
    return try RuleSelfCheck([WrittenPack(text, file: "pack.toml")], isBuiltIn: false).warnings.map(\.description)
  }

  private static let lost =
    "the rule other finds the same secret, and wins: give the one that is meant a higher specificity"
  private static let chance =
    "the rule other finds the same secret, as surely, and gives way by chance: give one a higher specificity"

  @Test(
    "of two rules that find the same secret it is said where nobody decided which is to speak",
    arguments: [
      ("confidence = 'high'", "confidence = 'high'", [chance]),
      ("confidence = 'low'", "confidence = 'high'", [lost]),
      ("severity = 'critical'", "severity = 'low'", [chance]),
      // What is said, or follows from how sure a rule is, is meant.
      ("confidence = 'high'", "confidence = 'low'", []),
      ("specificity = 110", "", []),
      ("confidence = 'low'\nspecificity = 110", "confidence = 'high'", []),
      ("confidence = 'low'", "confidence = 'high'\nspecificity = 110", []),
    ])
  func overlaps(keys: String, otherKeys: String, expected: [String]) throws {
    #expect(try warnings(keys, otherKeys) == expected.map { "pack.toml: rule one: «tok_{digits:8}»: \($0)" })
  }

  /// Breaks when a rule that knows only the name of a secret is told of beside each that knows its shape.
  @Test func whatKnowsLessGivesWay() throws {
    let text = """
      [[rules]]
      id = "one"
      regex = 'token = "([a-z]{4}[0-9]{20})"'
      secretGroup = 1
      confidence = "medium"
      examples = ['token = "{lower:4}{digits:20}"']
      [[rules]]
      id = "other"
      assigned = "token"
      keywords = ["token"]
      confidence = "medium"
      examples = ['token = "{lower:4}{digits:20}"']
      """
    let check = try RuleSelfCheck([WrittenPack(text, file: "pack.toml")], isBuiltIn: false)
    // Only where the other's own example is lost to it.
    #expect(check.warnings.map(\.rule) == ["other"])
  }
}
