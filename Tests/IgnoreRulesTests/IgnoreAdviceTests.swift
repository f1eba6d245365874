import Testing

@testable import IgnoreRules

@Suite struct IgnoreAdviceTests {
  private func rules(_ files: [(String, String)]) -> IgnoreRules {
    IgnoreRules(files: files.map { IgnoreFile(path: $0.0, text: $0.1) })
  }

  private func add(_ file: String, _ lines: [String], isNew: Bool = false) -> IgnoreAdvice {
    .add(IgnoreAddition(file: Array(file.utf8), lines: lines.map { Array($0.utf8) }, isNewFile: isNew))
  }

  private func bytes(_ paths: [String]) -> [[UInt8]] { paths.map { Array($0.utf8) } }

  @Test(
    "the least line, in the right file",
    arguments: [
      // Nothing speaks of it: the name, at the root.
      ([], ".env", [], ".gitignore", [".env"]),
      ([(".gitignore", "node_modules\n")], "services/api/.env", [], ".gitignore", [".env"]),
      // A name would reach a file that is tracked on purpose: the path.
      ([(".gitignore", "")], "services/api/.env", ["web/.env"], ".gitignore", ["/services/api/.env"]),
      // A nested file takes it in again: there, after that.
      (
        [(".gitignore", ".env\n"), ("services/api/.gitignore", "!.env\n")], "services/api/.env", [],
        "services/api/.gitignore", [".env"]
      ),
      ([(".gitignore", ".env\n!.env\n")], ".env", [], ".gitignore", [".env"]),
      ([("a/.gitignore", "!.env"), ("a/b/.gitignore", "x")], "a/b/.env", [], "a/.gitignore", [".env"]),
      // An ignore file that has nothing to say is left alone.
      ([("a/.gitignore", "x")], "a/.env", [], ".gitignore", [".env"]),
      ([("a/.gitignore", "!.env")], "a/.env", ["a/b/.env"], "a/.gitignore", ["/.env"]),
    ] as [([(String, String)], String, [String], String, [String])])
  func least(files: [(String, String)], path: String, keeping: [String], file: String, lines: [String]) {
    let rules = rules(files)
    let isNew = !files.contains { $0.0 == file }
    let advice = rules.advice(toIgnore: Array(path.utf8), keeping: bytes(keeping))
    #expect(advice == add(file, lines, isNew: isNew))
    guard case .add(let addition) = advice else { return }
    #expect(rules.adding(addition).verdict(for: path).isIgnored)
    // The second run changes nothing.
    #expect(rules.adding(addition).advice(toIgnore: Array(path.utf8), keeping: bytes(keeping)) == .nothing)
  }

  @Test(
    "a wide pattern leaves templates out",
    arguments: [
      (".env.*", ".env.local", [".env.example"], [".env.*", "!.env.example"]),
      (
        ".env*", ".env", ["a/.env.example", "b/.env.sample", "c/.env.example"],
        [".env*", "!.env.example", "!.env.sample"]
      ),
      (".env.*", ".env.local", ["README.md"], [".env.*"]),
      ("*.env", "prod.env", ["example.env"], ["*.env", "!example.env"]),
    ])
  func templates(pattern: String, path: String, keeping: [String], lines: [String]) {
    let rules = rules([(".gitignore", "dist")])
    let advice = rules.advice(toIgnore: Array(path.utf8), as: Array(pattern.utf8), keeping: bytes(keeping))
    #expect(advice == add(".gitignore", lines))
    guard case .add(let addition) = advice else { return }
    for path in keeping { #expect(!rules.adding(addition).verdict(for: path).isIgnored) }
  }

  @Test("a template that is ignored already is no reason for a line")
  func ignoredTemplate() {
    let rules = rules([(".gitignore", ".env.example")])
    #expect(
      rules.advice(toIgnore: bytes([".env.local"])[0], as: bytes([".env.*"])[0], keeping: bytes([".env.example"]))
        == add(".gitignore", [".env.*"]))
  }

  @Test(
    "names that look like patterns are written as themselves",
    arguments: [
      "#.env", "!.env", "a*.env", "[a].env", "a?.env", "a\\.env", ".env ", ".env\r", "é.env", "a/#.env", "x\t.env",
      ".env  ",
    ])
  func escapes(path: String) {
    guard case .add(let addition) = rules([]).advice(toIgnore: Array(path.utf8), keeping: bytes(["b/" + path])) else {
      Issue.record("no advice for \(path.debugDescription)")
      return
    }
    let after = IgnoreRules(files: [IgnoreFile(path: addition.file, text: addition.applied(to: []))])
    #expect(after.verdict(for: path).isIgnored)
    #expect(!after.verdict(for: "b/" + path).isIgnored && !after.verdict(for: "ab.env").isIgnored)
  }

  @Test("a template is taken in where it was ignored")
  func including() {
    let wide = rules([(".gitignore", ".env*\n"), ("a/.gitignore", ".env.*")])
    #expect(
      wide.advice(toInclude: bytes([".env.example"])[0], keeping: bytes([".env"]))
        == add(".gitignore", ["!.env.example"]))
    #expect(wide.advice(toInclude: bytes(["a/.env.example"])[0]) == add("a/.gitignore", ["!.env.example"]))
    #expect(wide.advice(toInclude: bytes(["a/README.md"])[0]) == .nothing)
    #expect(wide.advice(toInclude: bytes(["b/.env"])[0], keeping: bytes([".env"])) == add(".gitignore", ["!/b/.env"]))
  }

  @Test("nothing helps below a folder that is ignored")
  func folders() {
    let rules = rules([(".gitignore", "# x\nsecrets/\n")])
    guard case .impossible(let obstacle) = rules.advice(toInclude: bytes(["secrets/.env.example"])[0]) else {
      Issue.record("a negation was proposed")
      return
    }
    #expect(obstacle.description.hasPrefix(".gitignore:2:secrets/ ignores the folder `secrets`"))
  }

  @Test("a name with a line feed has no pattern")
  func lineFeeds() {
    #expect(rules([]).advice(toIgnore: bytes(["a\n.env"])[0]) == .impossible(.lineFeed))
    #expect(rules([(".gitignore", "*")]).advice(toInclude: bytes(["a\n.env"])[0]) == .impossible(.lineFeed))
    #expect(!IgnoreObstacle.lineFeed.description.isEmpty)
  }

  @Test("what would reach another path is said")
  func otherPaths() {
    let rules = rules([(".gitignore", "")])
    let advice = rules.advice(toIgnore: bytes(["a"])[0], keeping: bytes(["a/b", "a/c"]))
    #expect(advice == .impossible(.otherPaths(bytes(["a/b", "a/c"]))))
    #expect(IgnoreObstacle.otherPaths(bytes(["a/b", "a/c"])).description.hasSuffix("to `a/b`, `a/c`"))
  }

  @Test(
    "lines are added as the text has its line ends",
    arguments: [
      ("", "x\n"), ("a", "a\nx\n"), ("a\n", "a\nx\n"), ("a\r\n", "a\r\nx\r\n"), ("a\r\nb", "a\r\nb\r\nx\r\n"),
    ])
  func lineEnds(text: String, expected: String) {
    let addition = IgnoreAddition(file: [], lines: bytes(["x"]), isNewFile: false)
    #expect(addition.applied(to: Array(text.utf8)) == Array(expected.utf8))
  }

  @Test("lines that are added have the numbers that they will have", arguments: ["", "a", "a\n", "a\n\n# b"])
  func numbers(text: String) {
    let file = IgnoreFile(path: ".gitignore", text: text)
    let addition = IgnoreAddition(file: file.path, lines: bytes(["x", "y"]), isNewFile: false)
    let after = IgnoreRules(files: [file]).adding(addition)
    let read = IgnoreRules(files: [IgnoreFile(path: file.path, text: addition.applied(to: Array(text.utf8)))])
    for path in ["x", "y", "a"] { #expect(after.verdict(for: path) == read.verdict(for: path)) }
  }

  @Test("random rules: what is proposed holds, and reaches nothing else", arguments: 0..<300)
  func random(seed: Int) {
    let tree = RandomIgnoreTree(seed: UInt64(seed), root: [])
    let rules = tree.rules(ignoresCase: false)
    for entry in tree.entries where !entry.isDirectory {
      let keeping = tree.entries.filter { !$0.isDirectory && $0.path != entry.path }.map(\.path)
      let before = keeping.filter { rules.verdict(for: $0).isIgnored }
      if case .add(let addition) = rules.advice(toIgnore: entry.path, keeping: keeping) {
        let after = rules.adding(addition)
        #expect(after.verdict(for: entry.path).isIgnored)
        #expect(keeping.filter { after.verdict(for: $0).isIgnored && !before.contains($0) }.isEmpty)
      } else {
        #expect(rules.verdict(for: entry.path).isIgnored, "\(tree)")
      }
    }
  }
}
