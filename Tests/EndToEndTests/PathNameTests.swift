import Testing

/// Paths are bytes: what they hold must neither hide a file nor spoil a report.
@Suite struct PathNameTests {
  private let token = FakeSecret.gitHubToken()

  static let awkward = [
    "with space.txt", " leading and trailing ", "quote'single.txt", "quote\"double.txt", "back\\slash.txt",
    "line\nbreak.txt", "tab\there.txt", "-dash", ":(glob)*", "ünïcödé/中文.txt", "[brackets]*?.txt", "#hash%41",
    "\u{1B}[31mred", "very/" + String(repeating: "long/", count: 120) + "path.txt",
    String(repeating: "n", count: 255),
  ]

  /// Breaks when a path is cut, quoted, or taken for an option or pattern.
  @Test(arguments: awkward, ObjectFormat.allCases)
  func awkwardPathsAreScanned(_ path: String, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.write(path, token.line)
    try repository.git("--literal-pathspecs", "add", "--", path)
    let report = try repository.scan()
    #expect(report.places == ["\(path):1 \(token.rule)"], "\(report)")
    try repository.commit()
    // What HEAD held is found again under the same name.
    try repository.write(path, "more\n" + token.line)
    try repository.git("--literal-pathspecs", "add", "--", path)
    #expect(try repository.scan().isClean)
  }

  /// Breaks when a path that is no UTF-8 is skipped, or is not exact in SARIF.
  @Test(arguments: ObjectFormat.allCases)
  func aPathThatIsNotUTF8IsScanned(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let blob = try repository.git("hash-object", "-w", "--stdin", input: Array(token.line.utf8))
    let entry = Array("100644 \(blob)\tcaf".utf8) + [0xE9, 0x2F, 0xFF, 0x0A] + Array("x.txt".utf8) + [0]
    try repository.git("update-index", "--add", "-z", "--index-info", input: entry)
    let report = try repository.scan()
    #expect(report.status == 1)
    #expect(report.places == ["caf\u{FFFD}/\u{FFFD}\nx.txt:1 \(token.rule)"])
    let sarif = try repository.stanch().run("scan", "staged", "--format", "sarif")
    #expect(sarif.text.contains("\"caf%E9/%FF%0Ax.txt\""), "\(sarif.text)")
  }

  /// Breaks when control characters of a path reach a terminal.
  @Test(arguments: ["\u{1B}[31mred", "bell\u{7}", "right\u{202E}left", "line\nbreak"])
  func pathsAreMadeSafeForATerminal(_ path: String) throws {
    let repository = try GitRepository()
    try repository.write(path, token.line)
    try repository.git("add", "--all")
    let ending = try repository.stanch().run("scan", "staged", "--color", "never")
    #expect(ending.status == 1)
    for text in [ending.text, ending.errors] {
      let controls: Set<Unicode.Scalar> = ["\u{1B}", "\u{7}", "\u{202E}"]
      #expect(controls.isDisjoint(with: text.unicodeScalars), "\(text.debugDescription)")
      #expect(!text.contains("line\nbreak"))
    }
  }

  /// Breaks when names that sort between a folder and its contents upset the comparison of index and tree.
  @Test(arguments: ObjectFormat.allCases)
  func neighboursOfAFolderAreNotMixedUp(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let names = ["a", "a b", "a-b", "a.b", "a0", "aa", "A"]
    for name in names { try repository.stage(name + (name == "a" ? "/inside" : ""), token.line) }
    try repository.commit()
    #expect(try repository.scan().isClean)
    try repository.stage("a.c", token.line)
    try repository.stage("a/b/c", token.line)
    #expect(try repository.scan().places == ["a.c:1 \(token.rule)", "a/b/c:1 \(token.rule)"])
  }
}
