import Patterns
import TOML
import Testing
import Vocabulary

@testable import Rules

/// What the words of gitleaks' and betterleaks' files mean.
@Suite struct GitleaksDialectTests {
  private func compile(
    _ text: String, base: String? = nil, dialect: RuleDialect = .gitleaks
  ) throws -> RuleCompiler {
    let known = try base.map { try definitions($0) }
    var compiler = RuleCompiler(
      keywordsStandInMatches: false, dialect: dialect,
      over: known.map { known in { id in known.first { $0.summary.id == id } } })
    try compiler.add([pack(text)])
    return compiler
  }

  private static let base = """
    [[rules]]
    id = 'a'
    description = 'first'
    regex = 'a[0-9]'
    keywords = ['a']
    entropy = 2.0
    [[rules.allowlists]]
    stopwords = ['x']
    """

  /// Breaks when what a file says of a known rule takes all of its place, or nothing.
  @Test func aKnownRuleIsChanged() throws {
    let rule = try #require(
      try compile(
        "[[rules]]\nid = 'a'\nentropy = 3.5\nkeywords = ['b']\n[[rules.allowlists]]\nstopwords = ['y']\n",
        base: Self.base
      ).rules.first)
    #expect(rule.summary.description == "first" && rule.pattern == "a[0-9]" && rule.entropy == 3.5)
    #expect(rule.keywords == ["a", "b"] && rule.allowlists.map(\.stopwords) == [["x"], ["y"]])
    #expect(rule.reach == .wholeText)
    let replaced = try #require(
      try compile("[[rules]]\nid = 'a'\nregex = 'b\\s'\ndescription = 'second'", base: Self.base).rules.first)
    #expect(
      replaced.summary.description == "second" && replaced.pattern == "b[\\t\\n\\f\\r ]" && replaced.entropy == 2.0)
  }

  /// Breaks when a change of a rule that is not there is passed by in silence.
  @Test func aChangeOfAnUnknownRuleIsTold() throws {
    let compiler = try compile("[[rules]]\nid = 'none'\n[[rules.allowlists]]\nstopwords = ['y']\n", base: Self.base)
    #expect(compiler.rules.isEmpty && compiler.notices.count == 1)
    #expect(throws: ConfigurationError.self) { try compile("[[rules]]\nid = 'none'\n") }
    let targets = "[[allowlists]]\ntargetRules = ['a', 'none']\nstopwords = ['y']\n"
    let targeted = try compile(targets, base: Self.base)
    #expect(targeted.rules.map(\.allowlists.count) == [2] && targeted.allowlists.isEmpty && targeted.notices.count == 1)
    #expect(throws: ConfigurationError.self) { try compile(targets) }
  }

  /// Breaks when of two rules of one id another than the last holds, or betterleaks 2 takes both.
  @Test func anIdThatStandsTwice() throws {
    let text = "[[rules]]\nid = 'a'\nregex = 'x'\n[[rules]]\nid = 'a'\nregex = 'y'\n"
    let compiler = try compile(text)
    #expect(compiler.rules.map(\.pattern) == ["y"] && compiler.notices.count == 1)
    #expect(throws: ConfigurationError.self) { try compile(text, dialect: .betterleaks) }
    #expect(throws: ConfigurationError.self) { try compile(text, dialect: .stanch) }
  }

  /// Breaks when a filter that is not understood is passed by.
  @Test func filters() throws {
    let compiler = try compile(
      """
      prefilter = 'matchesAny(get(attributes, "path", ""), [`\\.lock$`])'
      filter = 'entropy(finding["secret"]) < 2.0'
      [[rules]]
      id = 'a'
      regex = 'a'
      filter = 'get(attributes, "git.author_name", "") == "bot"'
      """)
    #expect(compiler.allowlists.map(\.isAboutText) == [true, false])
    #expect(compiler.rules.first?.allowlists.map { $0.filter != nil } == [true])
    let commit = ObjectID(bytes: Array(repeating: 1, count: 20))
    #expect(CommitInterest(of: compiler.rules, compiler.allowlists).includes(commit))
    #expect(!CommitInterest(of: [], compiler.allowlists).includes(commit))
    let error = #expect(throws: ConfigurationError.self) {
      try compile("[[rules]]\nid = 'a'\nregex = 'a'\nfilter = \"\"\"\ntrue &&\n  unheard_of(1)\"\"\"\n")
    }
    #expect(error?.description.contains("line 2, column 3") == true, "\(String(describing: error))")
  }

  /// Breaks when a companion that is not there, or a wrong distance, is taken.
  @Test(arguments: [
    "[[rules.required]]\nid = 'none'", "[[rules.required]]\nid = 'a'", "[[rules.required]]\nwithinLines = 3",
    "[[rules.required]]\nid = 'b'\nwithinLines = -1", "components = [{ id = 'b', within = '5X' }]",
    "[[rules.required]]\nid = 'b'\nids = ['b']", "[[rules.required]]\nid = 'b'\nalone = 'faint'",
  ])
  func companionsThatAreNone(required: String) {
    #expect(throws: ConfigurationError.self) {
      try compile("[[rules]]\nid = 'b'\nregex = 'b'\n[[rules]]\nid = 'a'\nregex = 'a'\n\(required)\n")
    }
  }

  /// Breaks when the generic rule of gitleaks' files speaks where another does too.
  @Test func specificity() throws {
    let rules = try compile(
      "[[rules]]\nid = 'generic-key'\nregex = 'a'\n[[rules]]\nid = 'b'\nregex = 'b'\n[[rules]]\nid = 'c'\nregex = 'c'\nspecificity = 7\n"
    ).rules
    #expect(rules.map(\.specificity) == [100, 7, 0])
  }

  /// Breaks when an allowlist of commits holds for others, or is answered before the commit is known.
  @Test func commits() throws {
    let commit = ObjectID(bytes: Array(repeating: 0xAB, count: 20))
    let text = "[[allowlists]]\ncommits = ['\(String(describing: commit).uppercased())']\n"
    let definition = try #require(try compile(text).allowlists.first)
    let allowlist = Allowlist(definition)
    var subject = MatchSubject(path: RepositoryPath("a"))
    subject.isPlaced = false
    #expect(try allowlist.answer(subject, scratch: PatternScratch()) == .dependsOnPlace)
    subject.isPlaced = true
    #expect(try !allowlist.allows(subject, scratch: PatternScratch()))
    subject.origin = Origin(id: commit, author: "A <a@example.org>", time: GitTime(seconds: 0, zone: 0))
    #expect(try allowlist.allows(subject, scratch: PatternScratch()))
  }
}
