import Testing

@testable import IgnoreRules

@Suite struct DockerIgnoreRulesTests {
  private func isIgnored(_ lines: [String], _ path: String) throws -> Bool {
    try DockerIgnoreRules(path: ".dockerignore", text: lines.joined(separator: "\n")).verdict(for: path).isIgnored
  }

  @Test(
    "one pattern",
    arguments: [
      ("**", "file", true), ("**/", "file", true), ("**", "dir/file", true), ("**/**", "dir/file", true),
      ("dir/**", "dir/file", true), ("dir/**", "dir/dir2/file", true), ("dir/**", "dir", false),
      ("**/dir", "dir", true), ("**/dir", "dir/file", true), ("**/dir2/*", "dir/dir2/file", true),
      ("**/dir2/**", "dir/dir2/dir3/file", true), ("**file", "file", true), ("**file", "dir/file", true),
      ("**/file", "dir/dir/file", true), ("**/file*", "dir/dir/file.txt", true),
      ("**/file*.txt*", "dir/file.txt", true),
      ("**/**/*.txt", "dir/dir/file.txt", true), ("**/**/*.txt2", "dir/dir/file.txt", false),
      ("**/**/*.txt", "file.txt", true), ("a**/*.txt", "a/file.txt", true), ("a**/*.txt", "a/dir/dir/file.txt", true),
      ("a/*.txt", "a/dir/file.txt", false), ("a/*.txt**", "a/file.txt", true), ("a[b-d]e", "ae", false),
      ("a[b-d]e", "ace", true), ("a[^b-d]e", "aze", true), ("a[^b-d]e", "ace", false), (".*", ".foo", true),
      (".*", "foo", false), ("abc.def", "abcZdef", false), ("abc?def", "abcZdef", true), ("a\\\\", "a\\", true),
      ("a\\*b", "a*b", true), ("a\\*b", "axb", false), ("**/.foo", "bar.foo", false), ("a(b)c/def", "a(b)c/def", true),
      ("a.|)$(}+{bc", "a.|)$(}+{bc", true), ("dist/*.whl", "dist/x-2.4.0rc3.dev36+g08acad9.whl", true),
      // A name without a slash is one at the root of the context, and nothing below.
      (".env", ".env", true), (".env", "services/api/.env", false), ("**/.env", "services/api/.env", true),
      ("*/.env", "services/api/.env", false), ("services", "services/api/.env", true), ("*", "a/b/.env", true),
      ("/.env", ".env", true), ("./a/../.env/", ".env", true), (" .env \t", ".env", true), ("#.env", "#.env", false),
      (" #a", "#a", true), ("?", "é", true), ("[é]", "é", true), (".env\r", ".env", true), ("^a*", "ab", true),
    ])
  func pattern(pattern: String, path: String, expected: Bool) throws {
    #expect(try isIgnored([pattern], path) == expected)
  }

  @Test(
    "the last line that matches decides",
    arguments: [
      (["**", "!util/docker/web"], "util/docker/web/foo", false),
      (["**", "!util/docker/web", "util/docker/web/foo"], "util/docker/web/foo", true),
      (["**", "!dist/*.whl"], "dist/a.whl", false), (["!.env", ".env"], ".env", true),
      ([".env", "!.env"], ".env", false),
      (["*", "!.env.example"], ".env.example", false), ([".env*", "! .env.example"], ".env.example", false),
      (["a", "!a/b"], "a/b/c", false), (["a", "!a/b"], "a/c", true), (["a/b", "!a", "a/b/c"], "a/b/c", true),
    ])
  func order(lines: [String], path: String, expected: Bool) throws { #expect(try isIgnored(lines, path) == expected) }

  @Test("the verdict names line, pattern and the folder that matched")
  func decisions() throws {
    let rules = try DockerIgnoreRules(path: "app/.dockerignore", text: "# why\n\nsecrets\n!secrets/public\n")
    let ignored = IgnoreDecision(
      file: Array("app/.dockerignore".utf8), line: 3, pattern: Array("secrets".utf8), folder: Array("secrets".utf8))
    #expect(rules.verdict(for: "secrets/.env") == .ignored(ignored))
    let included = rules.verdict(for: "secrets/public")
    #expect(included.decision?.description == "app/.dockerignore:4:!secrets/public" && !included.isIgnored)
    #expect(included.decision?.folder == nil)
    #expect(rules.verdict(for: "src/main.c") == .unmatched)
  }

  @Test("the Dockerfile's own ignore file wins over that of the context")
  func paths() {
    #expect(
      DockerIgnoreRules.paths(dockerfile: "docker/Web.Dockerfile", context: "app") == [
        "docker/Web.Dockerfile.dockerignore", "app/.dockerignore",
      ])
    #expect(DockerIgnoreRules.paths(dockerfile: "Dockerfile") == ["Dockerfile.dockerignore", ".dockerignore"])
  }

  @Test(
    "what Docker refuses, or what is not understood, is an error and no verdict",
    arguments: [
      ("!", .loneExclamation), ("a[", .openBracket), ("a[b", .openBracket), ("[]a]", .badBracket),
      ("[a-]", .badBracket),
      ("[b-a]", .badBracket), ("a\\", .openEscape), ("a\\d", .letterEscape), ("[*]", .wildcardInBracket),
      ("[[:alpha:]]", .wildcardInBracket), (String(repeating: "a", count: 65_536), .tooLong),
    ] as [(String, DockerIgnoreError.Reason)])
  func refusals(line: String, reason: DockerIgnoreError.Reason) {
    let error = #expect(throws: DockerIgnoreError.self) { try isIgnored(["x", line], "a") }
    #expect(error?.line == 2 && error?.reason == reason)
    #expect(error?.description.hasPrefix(".dockerignore:2: \(reason.rawValue)") == true)
  }

  private static let pieces = [
    "a", "b", "ab", ".env", "*", "**", "?", "/", "/", "/", "!", ".", "..", "[a-b]", "[^a]", "\\*", "\\.", "^", "]", "é",
    "#", " ", "+",
  ]

  @Test("moby/patternmatcher says the same of random files", .enabled(if: DockerOracle.program != nil))
  func oracle() throws {
    var random = SplitMix64(seed: 20)
    var cases: [(text: [UInt8], path: [UInt8])] = []
    for _ in 0..<100_000 {
      let lines = (0..<random.number(1..<5)).map { _ in
        (0..<random.number(1..<6)).map { _ in random.pick(DockerIgnoreRulesTests.pieces) }.joined()
      }
      let path = (0..<random.number(1..<4)).map { _ in
        random.pick(["a", "b", "ab", ".env", "*", "é", "a.b", "^", "+a", "]"])
      }
      cases.append((Array(lines.joined(separator: "\n").utf8), Array(path.joined(separator: "/").utf8)))
    }
    for (item, answer) in zip(cases, try DockerOracle().answers(cases)) {
      let ours = (try? DockerIgnoreRules(path: [], text: item.text)).map { $0.verdict(for: item.path).isIgnored }
      let text = String(decoding: item.text, as: UTF8.self).debugDescription
      #expect(ours.map { $0 ? "1" : "0" } ?? "E" == answer, "\(text) \(String(decoding: item.path, as: UTF8.self))")
    }
  }
}
