import Testing

/// `stanch rules list|show|check`.
@Suite struct RulesCommandTests {
  // MARK: list and show

  /// Breaks when a rule is left out, listed twice, or loses a column.
  @Test func everyRuleIsListedOnALine() throws {
    let ending = try GitRepository().stanch().run("rules", "list")
    #expect(ending.status == 0 && ending.errors.isEmpty)
    let lines = ending.text.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(lines.count > 200)
    #expect(Set(lines.map { $0[0] }).count == lines.count)
    for line in lines {
      #expect(["low", "medium", "high", "critical"].contains(line[1]), "\(line)")
      #expect(["low", "medium", "high"].contains(line[2]), "\(line)")
      #expect(line.count > 3)
    }
  }

  @Test(arguments: [FakeSecret.gitHubToken(), .awsKeyID(), .privateKey(), .password()].map(\.rule))
  func everythingAboutARuleIsShown(_ id: String) throws {
    let ending = try GitRepository().stanch().run("rules", "show", id)
    #expect(ending.status == 0 && ending.errors.isEmpty)
    let keys = ending.text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(ending.text.hasPrefix("id ") && ending.text.contains(" \(id)\n"))
    #expect(
      Set(keys).isSuperset(of: ["title", "what", "severity", "confidence", "keywords", "reach"]), "\(keys)")
    #expect(keys.contains("regex") || keys.contains("weighs"), "\(keys)")
  }

  @Test(arguments: ["no-such-rule", "GITHUB-PERSONAL-ACCESS-TOKEN", ""]) func anUnknownRuleIsAnError(_ id: String)
    throws
  {
    let ending = try GitRepository().stanch().run("rules", "show", id)
    #expect(ending.status == 2 && ending.output.isEmpty)
    #expect(ending.errors == "error: there is no rule \(id)\n\nhint: stanch rules list names them all\n")
  }

  @Test(arguments: [["rules", "list"], ["rules", "show", "private-key"]])
  func theAnswerMayGoToAFile(_ arguments: [String]) throws {
    let repository = try GitRepository()
    let plain = try repository.stanch().run(arguments)
    let ending = try repository.stanch().run(arguments + ["--output", "rules.txt"])
    #expect(ending.status == 0 && ending.output.isEmpty)
    #expect(try repository.bytes(of: "rules.txt") == plain.output)
  }

  /// Breaks when a format is taken and ignored.
  @Test(arguments: ["rules list", "rules show private-key", "rules check", "hook status"])
  func aFormatThatIsNotWrittenIsRefused(_ line: String) throws {
    let command = line.split(separator: " ").map(String.init)
    let ending = try GitRepository().stanch().run(command + ["--format", "json"])
    #expect(ending.status == 64 && ending.output.isEmpty)
    #expect(ending.errors.contains("--format"), "\(ending.errors)")
  }

  // MARK: check

  @Test func theBuiltInRulesKeepWhatTheyPromise() throws {
    let ending = try GitRepository().stanch().run("rules", "check")
    #expect(ending.status == 0, "\(ending.text)")
    #expect(ending.text.split(separator: "\n").allSatisfy { $0.hasPrefix("warning: rules/") }, "\(ending.text)")
    #expect(ending.errors.contains(" examples: all keep what they promise"))
  }

  /// A pack of one rule for `own-` and eight digits.
  private func pack(examples: String = "['own-{digits:8}']", counterexamples: String = "['own-1234']") -> String {
    """
    [[rules]]
    id = "own-token"
    description = "A token of our own"
    regex = '''own-[0-9]{8}'''
    keywords = ["own-"]
    examples = \(examples)
    counterexamples = \(counterexamples)

    """
  }

  private func check(_ text: String, _ arguments: String...) throws -> ChildProcess.Ending {
    let repository = try GitRepository()
    try repository.write("packs/own.toml", text)
    return try repository.stanch().run(["rules", "check", "packs/own.toml"] + arguments)
  }

  @Test func aPackThatKeepsItsPromiseIsClean() throws {
    let ending = try check(pack())
    #expect(ending.status == 0 && ending.output.isEmpty, "\(ending.text)")
    #expect(ending.errors == "stanch: 1 rules, 2 examples: all keep what they promise\n")
    let quiet = try check(pack(), "-q")
    #expect(quiet.status == 0 && quiet.errors.isEmpty)
  }

  /// Breaks when what is worth a look fails a build.
  @Test func aWarningIsToldAndFailsNothing() throws {
    let ending = try check(pack().replacing("[\"own-\"]", with: "[\"own-\", \"stray\"]"))
    #expect(ending.status == 0)
    #expect(ending.text == "warning: packs/own.toml: rule own-token: the keyword «stray» is not in the regex\n")
    #expect(ending.errors == "stanch: 1 rules, 2 examples: all keep what they promise, 1 warning\n")
  }

  @Test func aBrokenExampleIsNamed() throws {
    let ending = try check(pack(examples: "['own-{digits:8}', 'own_{digits:8}']"))
    #expect(ending.status == 1)
    #expect(ending.text == "packs/own.toml: rule own-token: the example «own_{digits:8}» is not found\n")
  }

  @Test func aBrokenCounterexampleIsNamed() throws {
    let ending = try check(pack(counterexamples: "['own-{digits:8}']"), "--quiet")
    #expect(ending.status == 1 && ending.errors.isEmpty)
    #expect(ending.text == "packs/own.toml: rule own-token: the counter-example «own-{digits:8}» is found\n")
  }

  @Test func anExampleThatIsNoTemplateIsNamed() throws {
    let ending = try check(pack(examples: "['own-{nonsense:8}']"))
    #expect(ending.status == 1)
    #expect(ending.text.contains("packs/own.toml: rule own-token: «own-{nonsense:8}»: "), "\(ending.text)")
  }

  /// Breaks when the terminal obeys what a pack holds.
  @Test func controlCharactersOfAPackAreEscaped() throws {
    let ending = try check(pack(examples: #"["a\u001b[2Jb\u202ec"]"#))
    #expect(ending.status == 1 && ending.text.contains("is not found"))
    #expect(!ending.text.contains("\u{1B}") && !ending.text.contains("\u{202E}"))
  }

  /// Breaks when a later file hides the problems of an earlier one.
  @Test func everyFileIsChecked() throws {
    let repository = try GitRepository()
    try repository.write("bad.toml", pack(examples: "['nothing']"))
    try repository.write("good.toml", pack())
    for files in [["bad.toml", "good.toml"], ["good.toml", "bad.toml"]] {
      let ending = try repository.stanch().run(["rules", "check"] + files)
      #expect(ending.status == 1)
      #expect(ending.text.hasPrefix("bad.toml: rule own-token: ") && !ending.text.contains("good.toml"))
      #expect(ending.errors.contains("2 rules, 4 examples: "))
    }
  }

  /// A pack that is wrong, and where it says so.
  struct Mistake: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let place: String
  }

  @Test(arguments: [
    Mistake(testDescription: "no TOML", text: "title = \"x\"\n\n[[rules]\n", place: "packs/own.toml:3: "),
    Mistake(testDescription: "a NUL byte", text: "title = \"x\"\n# \u{0}\n", place: "packs/own.toml:2: "),
    Mistake(
      testDescription: "a regex that does not compile",
      text: "[[rules]]\nid = \"a\"\ndescription = \"b\"\nregex = '''(x'''\nkeywords = [\"x\"]\n",
      place: "packs/own.toml:4: rule a, key regex: "),
    Mistake(
      testDescription: "a value of another type",
      text: "[[rules]]\nid = \"a\"\nregex = '''x'''\nentropy = \"much\"\n",
      place: "packs/own.toml:4: rule a, key entropy: "),
  ])
  func aMistakeNamesFileAndLine(_ mistake: Mistake) throws {
    let ending = try check(mistake.text)
    #expect(ending.status == 2 && ending.output.isEmpty)
    #expect(ending.errors.hasPrefix("error: \(mistake.place)"), "\(ending.errors)")
  }

  @Test func aFileThatIsNotThereIsAnError() throws {
    let ending = try GitRepository().stanch().run("rules", "check", "nowhere.toml")
    #expect(ending.status == 2)
    #expect(ending.errors == "error: nowhere.toml: there is no such file\n")
  }
}
