import Rules
import TOML
import Testing

@Suite struct WrittenRuleTests {
  @Test("every key of a rule")
  func whole() throws {
    let rule = try #require(
      try pack(
        """
        [[rules]]
        id = "a"
        title = "A"
        provider = "p"
        description = "d"
        regex = 'x(y)'
        path = 'z'
        secretGroup = 1
        keywords = ["KeyWord", "two"]
        entropy = 3
        severity = "low"
        confidence = "high"
        examples = ["e"]
        counterexamples = ["c", "d"]
        tags = ["t"]
        [[rules.allowlists]]
        stopwords = ["s"]
        """
      ).rules.first)
    #expect(rule.id == "a")
    #expect(rule.title == "A")
    #expect(rule.provider == "p")
    #expect(rule.description == "d")
    #expect(rule.regex == "x(y)")
    #expect(rule.path == "z")
    #expect(rule.secretGroup == 1)
    #expect(rule.keywords == ["keyword", "two"])
    #expect(rule.entropy == 3)
    #expect(rule.severity == "low")
    #expect(rule.confidence == "high")
    #expect(rule.examples == ["e"])
    #expect(rule.counterexamples == ["c", "d"])
    #expect(rule.allowlists.map(\.stopwords) == [["s"]])
  }

  @Test("the words that a rule's secrets are known by")
  func context() throws {
    let rule = try #require(
      try pack("[[rules]]\nid = 'a'\ncontext = ['b', 'c']\nvalue = 'x'\nnames = ['key']\n").rules.first)
    #expect(rule.context == ["b", "c"])
    #expect(rule.value == "x")
    #expect(rule.names == ["key"])
    #expect(try pack("[[rules]]\nid = 'a'\nregex = 'x'\n").rules.first?.value == nil)
  }

  @Test("an allowlist in either form", arguments: ["[rules.allowlist]", "[[rules.allowlists]]"])
  func allowlistForms(header: String) throws {
    let rules = try pack("[[rules]]\nid = 'a'\nregex = 'x'\n\(header)\nregexes = ['r']\n").rules
    #expect(rules.first?.allowlists.map(\.regexes) == [["r"]])
  }

  @Test(
    "mistakes name the rule and the key",
    arguments: [
      ("regex = 'x'", "key id: a rule needs an id"), ("id = ''\nregex = 'x'", "key id: a rule needs an id"),
      ("id = 1", "key id: expected a string"), ("id = 'a'\nregex = 1", "rule a, key regex: expected a string"),
      ("id = 'a'\nentropy = '3'", "rule a, key entropy: expected a number"),
      ("id = 'a'\nsecretGroup = 1.5", "rule a, key secretGroup: expected a whole number"),
      ("id = 'a'\nkeywords = 'k'", "rule a, key keywords: expected a list of strings"),
      (
        "id = 'a'\nregex = 'x'\n[rules.allowlist]\npaths = ['a']\n[[rules.allowlists]]\npaths = ['b']",
        "rule a, key allowlist: stands beside [[rules.allowlists]]"
      ),
      (
        "id = 'a'\nregex = 'x'\n[rules.allowlist]\ndescription = 'nothing'",
        "rule a, key allowlists: an allowlist needs paths, regexes, stopwords or commits"
      ),
    ])
  func mistakes(body: String, expected: String) throws {
    #expect(try mistake("[[rules]]\n\(body)\n").description.hasSuffix(expected))
  }
}
