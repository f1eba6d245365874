import Rules
import TOML
import Testing

@testable import Scanning

@Suite struct RuleSelfCheckTests {
  /// A rule that keeps every promise, line by line.
  private static let good = [
    "id": "'a'", "title": "'A'", "description": "'d'", "severity": "'high'", "confidence": "'high'",
    "regex": "'tok_[a-z0-9]{8}'", "keywords": "['tok_']", "examples": "['x tok_{loweralnum:8}', 'tok_{digits:8}']",
    "counterexamples": "['tok_', 'tok {loweralnum:8}']",
  ]

  private func problems(_ changes: [String: String], isBuiltIn: Bool = true) throws -> [String] {
    let lines = Self.good.merging(changes) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let text = "[[rules]]\n" + lines.map { "\($0.key) = \($0.value)\n" }.joined()
    return try RuleSelfCheck([WrittenPack(text, file: "pack.toml")], isBuiltIn: isBuiltIn).problems.map(\.description)
  }

  @Test func aGoodRuleHasNone() throws {
    #expect(try problems([:]) == [])
    let check = try RuleSelfCheck(
      [WrittenPack("[[rules]]\nid = 'a'\nregex = 'x'\nexamples = ['x', 'xx']\ncounterexamples = ['y']\n", file: "f")],
      isBuiltIn: false)
    #expect(check.checkedRules == 1)
    #expect(check.checkedExamples == 3)
    #expect(check.problems.isEmpty)
  }

  @Test(
    "each promise that is not kept is said",
    arguments: [
      (["title": ""], "it has no title"), (["description": ""], "it has no description"),
      (["severity": ""], "it has no severity or confidence"), (["confidence": ""], "it has no severity or confidence"),
      (["keywords": ""], "it has no keyword, so it would be matched against every text"),
      (["keywords": "['to']"], "the keyword «to» is too short to be rare"),
      (["examples": "['tok_{digits:8}']"], "it needs two examples"),
      (["counterexamples": "['tok_']"], "it needs two counter-examples"),
      (["regex": "'tok_[a-z0-9]{8,}'"], "its regex has no longest match: bound every repeat"),
      (["examples": "['tok_{digits:8}', 'tok_{digits:7}']"], "the example «tok_{digits:7}» is not found"),
      (["counterexamples": "['tok_', 'xtok_{digits:8}']"], "the counter-example «xtok_{digits:8}» is found"),
      (
        ["examples": "['tok_{digits:8}', 'tok_{number:8}']"],
        "«tok_{number:8}»: the placeholder «number:8» is not known"
      ),
      (["keywords": "['token']"], "the example «tok_{digits:8}» is not found"),
    ])
  func promises(changes: [String: String], expected: String) throws {
    #expect(try problems(changes).contains("pack.toml: rule a: \(expected)"))
  }

  @Test func aRuleKnownByContextHasNone() throws {
    let changes = [
      "regex": "", "keywords": "", "context": "['acme_io']", "value": "'[a-z0-9]{8}'", "names": "['key']",
      "examples": "['ACME_IO_KEY={loweralnum:8}', 'acmeIo: {{ key: \"{digits:8}\" }}']",
      "counterexamples": "['ACME_IO_KEY={loweralnum:9}', 'acme_io {digits:9}']",
    ]
    #expect(try problems(changes) == [])
  }

  @Test("a check that no example passes")
  func checks() throws {
    let broken = ["checks": "['github-crc32']", "regex": "'ghp_[A-Za-z0-9]{36}'", "keywords": "['ghp_']"]
    let made = broken.merging(["examples": "['x ghp_{alnum:36}', 'ghp_{alnum:36}']"]) { $1 }
    #expect(try problems(made).contains("pack.toml: rule a: no example passes the check github-crc32"))
    let valid = broken.merging(["examples": "['x ghp_{alnum:36}', '{github:ghp_}']"]) { $1 }
    #expect(try problems(valid) == [])
    let rejecting = valid.merging(["invalid": "'reject'"]) { $1 }
    #expect(try problems(rejecting) == ["pack.toml: rule a: the example «x ghp_{alnum:36}» is not found"])
  }

  @Test("a keyword that stands outside of the match")
  func keywordOutside() throws {
    let far = [
      "regex": "'[0-9]{20}'", "keywords": "['token']", "examples": "['token is {digits:20}', 'token {digits:20}']",
    ]
    #expect(try problems(far).contains { $0.hasSuffix("the whole text shows what the windows round keywords do not") })
    let near = [
      "regex": "'[0-9]{20,40}'", "keywords": "['token']", "examples": "['token {digits:20}', 'token={digits:20}']",
    ]
    #expect(try !problems(near).isEmpty)
  }

  @Test("a pattern that reaches a limit on an example")
  func limits() throws {
    let deep = ["regex": "'^(?:a|aa|aaa){1,99}\\d'", "keywords": "['aaa']", "examples": "['{repeat:a:90}', 'aaa1']"]
    #expect(try problems(deep).contains("pack.toml: rule a: «{repeat:a:90}»: a limit was reached"))
  }

  @Test(
    "a user's rules need less, but their examples count",
    arguments: [
      (["title": "", "description": "", "severity": "", "confidence": "", "keywords": ""], []),
      (["examples": "['none']"], ["pack.toml: rule a: the example «none» is not found"]),
      (["regex": "'tok_[a-z0-9]{8,}'"], []),
    ] as [([String: String], [String])])
  func usersRules(changes: [String: String], expected: [String]) throws {
    #expect(try problems(changes, isBuiltIn: false) == expected)
  }

  @Test("what the pack itself allows is not found")
  func allowlists() throws {
    let text = "[[rules]]\nid = 'a'\nregex = 'x[0-9]'\nexamples = ['x1']\n[[allowlists]]\nregexes = ['x1']\n"
    let check = try RuleSelfCheck([WrittenPack(text, file: "f")], isBuiltIn: false)
    #expect(check.problems.map(\.message) == ["the example «x1» is not found"])
  }

  @Test("each problem is said once, though each template is tried often")
  func once() throws {
    let problems = try problems(["examples": "['none {digits:9}', 'none']"])
    #expect(problems.count == Set(problems).count)
    #expect(problems.count == 2)
  }

  @Test func aPackThatIsNotValidIsAnError() {
    #expect(throws: ConfigurationError.self) { try problems(["regex": "'('"]) }
  }
}
