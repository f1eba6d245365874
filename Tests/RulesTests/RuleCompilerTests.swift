import Structure
import TOML
import Testing
import Vocabulary

@testable import Rules

@Suite struct RuleCompilerTests {
  private func rule(_ body: String, builtIn: Bool = false) throws -> RuleDefinition {
    try #require(try definitions("[[rules]]\nid = 'a'\n\(body)\n", builtIn: builtIn).first)
  }

  @Test("what a rule does not say has a meaning")
  func defaults() throws {
    let rule = try rule("regex = 'x'")
    #expect(
      rule
        == RuleDefinition(
          summary: RuleSummary(id: "a", title: "a", description: "", severity: .high, confidence: .medium),
          pattern: "x", pathPattern: nil, secretGroup: nil, keywords: [], entropy: nil, reach: .wholeText,
          allowlists: []))
  }

  @Test(
    "severity and confidence in any case",
    arguments: [
      ("severity = 'CRITICAL'", Severity.critical, Confidence.medium),
      ("severity = 'low'\nconfidence = 'High'", .low, .high),
      ("confidence = 'low'", .high, .low),
    ])
  func choices(body: String, severity: Severity, confidence: Confidence) throws {
    let summary = try rule("regex = 'x'\n\(body)").summary
    #expect(summary.severity == severity)
    #expect(summary.confidence == confidence)
  }

  @Test("a provider says what its secrets can do")
  func provider() throws {
    let text = """
      [[providers]]
      id = 'p'
      name = 'P'
      holder = 'can pay'
      revoke = 'there'
      [[rules]]
      id = 'a'
      regex = 'x'
      provider = 'p'
      """
    let summary = try #require(try definitions(text).first).summary
    #expect(summary.holder == "can pay")
    #expect(summary.revoke == "there")
  }

  @Test(
    "mistakes name rule, key and cause",
    arguments: [
      (
        "description = 'd'",
        "rule a, key regex: a rule needs a regex, a context, a path, or the class of names that it is assigned to"
      ),
      ("regex = 'a('", "rule a, key regex: missing closing parenthesis at offset 2 in «a(»"),
      ("path = '['", "rule a, key path: missing terminating ] for character class at offset 1 in «[»"),
      ("regex = 'x(y)'\nsecretGroup = 2", "rule a, key secretGroup: is 2, and the regex has 1 groups"),
      ("regex = 'x'\nsecretGroup = -1", "rule a, key secretGroup: is -1, and the regex has 0 groups"),
      ("regex = 'x'\nseverity = 'huge'", "rule a, key severity: «huge» is none of low, medium, high, critical"),
      ("regex = 'x'\nconfidence = ''", "rule a, key confidence: «» is none of low, medium, high"),
      ("regex = 'x'\nprovider = 'p'", "rule a, key provider: there is no provider p"),
      (
        "regex = 'x'\n[[rules.allowlists]]\nregexes = ['(']",
        "rule a, key regexes: missing closing parenthesis at offset 1 in «(»"
      ),
      (
        "regex = 'x'\n[[rules.allowlists]]\npaths = ['a', '*']",
        "key paths: quantifier does not follow a repeatable item at offset 0 in «*»"
      ),
      (
        "regex = 'x'\n[[rules.allowlists]]\npaths = ['a']\ncondition = 'xor'",
        "rule a, key condition: is neither OR nor AND"
      ),
      (
        "regex = 'x'\n[[rules.allowlists]]\npaths = ['a']\nregexTarget = 'file'",
        "key regexTarget: is none of secret, match, line"
      ),
    ])
  func mistakes(body: String, expected: String) throws {
    let error = try mistake("[[rules]]\nid = 'a'\n\(body)\n")
    #expect(error.description.hasSuffix(expected), "\(error)")
    #expect(error.line != nil)
  }

  @Test("an id stands once, in one file or two")
  func duplicates() throws {
    let rule = "[[rules]]\nid = 'a'\nregex = 'x'\n"
    #expect(try mistake(rule + rule).cause == "the id stands twice, first in pack.toml")
    var compiler = RuleCompiler(keywordsStandInMatches: false)
    try compiler.add([WrittenPack(rule, file: "one.toml")])
    let error = #expect(throws: ConfigurationError.self) { try compiler.add([WrittenPack(rule, file: "two.toml")]) }
    #expect(error?.file == "two.toml")
    #expect(error?.cause == "the id stands twice, first in one.toml")
  }

  @Test("the rules are sorted by id, and a provider may stand in a later pack")
  func order() throws {
    var compiler = RuleCompiler(keywordsStandInMatches: false)
    try compiler.add([
      pack("[[rules]]\nid = 'b'\nregex = 'x'\nprovider = 'p'\n[[rules]]\nid = 'a'\nregex = 'y'\n"),
      pack("[[providers]]\nid = 'p'\nname = 'P'\n"),
    ])
    #expect(compiler.rules.map(\.summary.id) == ["a", "b"])
  }

  @Test(
    "only where keywords stand in matches is a window enough",
    arguments: [
      ("regex = 'k[a-z]{3}'", true, .window(4)), ("regex = 'k[a-z]{3}'", false, .wholeText),
      ("regex = 'k[a-z]+'", true, .wholeText), ("path = 'k'", true, .wholeText),
    ] as [(String, Bool, RuleDefinition.Reach)])
  func reach(body: String, builtIn: Bool, expected: RuleDefinition.Reach) throws {
    #expect(try rule(body, builtIn: builtIn).reach == expected)
  }

  @Test(
    "gitleaks writes 0 for none",
    arguments: [
      ("secretGroup = 0", false, nil, nil), ("secretGroup = 0", true, 0, nil), ("secretGroup = 1", false, 1, nil),
      ("entropy = 0", false, nil, nil), ("entropy = 3.5", false, nil, 3.5),
    ] as [(String, Bool, Int?, Double?)])
  func zeros(body: String, builtIn: Bool, group: Int?, entropy: Double?) throws {
    let rule = try rule("regex = 'x(y)'\n\(body)", builtIn: builtIn)
    #expect(rule.secretGroup == group)
    #expect(rule.entropy == entropy)
  }

  @Test(
    "conditions and targets in every way of writing them",
    arguments: [
      ("", false, .secret), ("condition = 'OR'", false, .secret), ("condition = '||'", false, .secret),
      ("condition = 'and'", true, .secret), ("condition = '&&'", true, .secret),
      ("regexTarget = 'Match'", false, .match),
      ("regexTarget = 'line'", false, .line), ("regexTarget = ''", false, .secret),
      ("regexTarget = 'secret'", false, .secret),
    ] as [(String, Bool, AllowlistDefinition.Target)])
  func allowlistForms(body: String, requiresAll: Bool, target: AllowlistDefinition.Target) throws {
    let rule = try rule("regex = 'x'\n[[rules.allowlists]]\nstopwords = ['S']\ncommits = ['AB']\n\(body)")
    #expect(
      rule.allowlists == [
        AllowlistDefinition(
          description: "allowlist", requiresAll: requiresAll, paths: [], target: target, regexes: [], stopwords: ["s"],
          commits: ["ab"])
      ])
  }

  @Test(
    "checks of the secret's structure, and what follows when they fail",
    arguments: [
      ("", [], false), ("checks = ['jwt']", ["jwt"], false),
      ("checks = ['jwt', 'pem']\ninvalid = 'lower'", ["jwt", "pem"], false),
      ("checks = ['pem']\ninvalid = 'Reject'", ["pem"], true),
    ] as [(String, [String], Bool)])
  func checks(body: String, names: [String], rejects: Bool) throws {
    let rule = try rule("regex = 'x'\n\(body)")
    #expect(rule.checks == names)
    #expect(rule.rejectsBroken == rejects)
    #expect(Rule(rule).checks.map(\.name) == names)
  }

  @Test("a check that there is not is refused, and those that there are named")
  func unknownCheck() throws {
    let error = try mistake("[[rules]]\nid = 'a'\nregex = 'x'\nchecks = ['jwt', 'crc64']\n")
    #expect(error.description == "pack.toml:4: rule a, key checks: there is no check crc64")
    for name in StructureCheck.all.map(\.name) { #expect(error.hint?.contains(name) == true) }
    let invalid = try mistake("[[rules]]\nid = 'a'\nregex = 'x'\nchecks = ['jwt']\ninvalid = 'drop'\n")
    #expect(invalid.description == "pack.toml:5: rule a, key invalid: «drop» is none of reject, lower")
    let alone = try mistake("[[rules]]\nid = 'a'\nregex = 'x'\ninvalid = 'reject'\n")
    #expect(alone.description == "pack.toml:4: rule a, key invalid: stands without checks")
  }

  @Test("an allowlist with target rules belongs to them alone")
  func targetRules() throws {
    let rules = "[[rules]]\nid = 'a'\nregex = 'x'\n[[rules]]\nid = 'b'\nregex = 'y'\n"
    var compiler = RuleCompiler(keywordsStandInMatches: false)
    try compiler.add([
      pack(rules + "[[allowlists]]\ntargetRules = ['b']\npaths = ['p']\n[[allowlists]]\npaths = ['q']\n")
    ])
    #expect(compiler.rules.map { $0.allowlists.map(\.paths) } == [[], [["p"]]])
    #expect(compiler.allowlists.map(\.paths) == [["q"]])
    let error = try mistake(rules + "[[allowlists]]\ntargetRules = ['c']\npaths = ['p']\n")
    #expect(error.cause == "there is no rule c in this file")
  }
}
