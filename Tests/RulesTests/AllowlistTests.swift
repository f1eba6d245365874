import Patterns
import Testing
import Vocabulary

@testable import Rules

@Suite struct AllowlistTests {
  private static let subject = Allowlist.Subject(
    path: RepositoryPath("tests/data.txt"), secret: Array("Value-EXAMPLE".utf8), match: Array("key=Value-EXAMPLE".utf8),
    line: Array("let key=Value-EXAMPLE // line".utf8))

  private static func allowlist(
    all: Bool = false, paths: [String] = [], target: AllowlistDefinition.Target = .secret, regexes: [String] = [],
    stopwords: [String] = [], commits: [String] = []
  ) -> Allowlist {
    Allowlist(
      AllowlistDefinition(
        description: "d", requiresAll: all, paths: paths, target: target, regexes: regexes, stopwords: stopwords,
        commits: commits))
  }

  private func allows(_ allowlist: Allowlist) throws -> Bool {
    try allowlist.allows(Self.subject, scratch: PatternScratch())
  }

  @Test(
    "one criterion, judged alone",
    arguments: [
      (["^tests/"], [], [], true), (["^src/"], [], [], false), (["x", "data"], [], [], true),
      ([], ["^Value"], [], true),
      ([], ["key="], [], false), ([], [], ["example"], true), ([], [], ["other"], false), ([], [], ["value-e"], true),
      ([], [], [], false),
    ] as [([String], [String], [String], Bool)])
  func single(paths: [String], regexes: [String], stopwords: [String], expected: Bool) throws {
    #expect(try allows(Self.allowlist(paths: paths, regexes: regexes, stopwords: stopwords)) == expected)
  }

  @Test(
    "OR needs one, AND needs all that are listed",
    arguments: [
      (true, true, true, true, true), (true, true, false, true, false), (true, false, true, true, false),
      (false, true, true, true, false), (false, false, false, false, false), (true, false, false, true, false),
      (false, true, false, true, false), (false, false, true, true, false),
    ])
  func conditions(path: Bool, regex: Bool, stopword: Bool, any: Bool, all: Bool) throws {
    let paths = [path ? "^tests/" : "^src/"]
    let regexes = [regex ? "EXAMPLE$" : "^EXAMPLE"]
    let stopwords = [stopword ? "example" : "sample"]
    #expect(try allows(Self.allowlist(all: false, paths: paths, regexes: regexes, stopwords: stopwords)) == any)
    #expect(try allows(Self.allowlist(all: true, paths: paths, regexes: regexes, stopwords: stopwords)) == all)
  }

  @Test(
    "AND asks only for what is listed, and a commit cannot be known here",
    arguments: [
      (["^tests/"], [], [], true), (["^tests/"], ["EXAMPLE"], [], true), (["^tests/"], [], ["ab"], false),
    ] as [([String], [String], [String], Bool)])
  func partOfAll(paths: [String], regexes: [String], commits: [String], expected: Bool) throws {
    #expect(try allows(Self.allowlist(all: true, paths: paths, regexes: regexes, commits: commits)) == expected)
  }

  @Test(
    "a regex is asked about the secret, the match or the line",
    arguments: [
      (.secret, "^Value-EXAMPLE$", true), (.secret, "key=", false), (.match, "^key=Value-EXAMPLE$", true),
      (.match, "let", false), (.line, "^let .* line$", true), (.line, "^Value", false),
    ] as [(AllowlistDefinition.Target, String, Bool)])
  func targets(target: AllowlistDefinition.Target, regex: String, expected: Bool) throws {
    #expect(try allows(Self.allowlist(target: target, regexes: [regex])) == expected)
  }

  @Test("a stopword is looked for in the secret alone, whatever the target")
  func stopwordsAndTargets() throws {
    #expect(try !allows(Self.allowlist(target: .line, stopwords: ["let"])))
  }

  @Test(
    "a path is left out whole where nothing else has to hold",
    arguments: [
      (false, [], [], [], true), (false, ["r"], [], [], true), (true, [], [], [], true), (true, ["r"], [], [], false),
      (true, [], ["s"], [], false), (true, [], [], ["c"], false),
    ] as [(Bool, [String], [String], [String], Bool)])
  func excludedPaths(all: Bool, regexes: [String], stopwords: [String], commits: [String], expected: Bool) throws {
    let allowlist = Self.allowlist(
      all: all, paths: ["^tests/"], regexes: regexes, stopwords: stopwords, commits: commits)
    #expect(try allowlist.allows(path: RepositoryPath("tests/a"), scratch: PatternScratch()) == expected)
    #expect(try !allowlist.allows(path: RepositoryPath("src/tests/a"), scratch: PatternScratch()))
  }

  @Test("without paths no path is left out")
  func noPaths() throws {
    #expect(try !Self.allowlist(regexes: ["."]).allows(path: RepositoryPath("a"), scratch: PatternScratch()))
  }

  @Test(
    "gitleaks' global expression: its anchors hold for the outer words alone, so only ^true, false anywhere, null$",
    arguments: [
      ("true", true), ("truest", true), ("my-true", false), ("xfalsey", true), ("null", true), ("a-null", true),
      ("nullable", false), ("FALSE", true), ("other", false),
    ])
  func gitleaksTrap(secret: String, expected: Bool) throws {
    let subject = Allowlist.Subject(
      path: RepositoryPath("p"), secret: Array(secret.utf8), match: Array(secret.utf8), line: Array(secret.utf8))
    let asWritten = Self.allowlist(regexes: ["(?i)^true|false|null$"])
    #expect(try asWritten.allows(subject, scratch: PatternScratch()) == expected)
    let asMeant = Self.allowlist(regexes: ["(?i)^(?:true|false|null)$"])
    #expect(
      try asMeant.allows(subject, scratch: PatternScratch()) == ["true", "false", "null"].contains(secret.lowercased()))
  }
}
