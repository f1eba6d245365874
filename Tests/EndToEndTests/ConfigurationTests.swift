import Testing

/// `.stanch.toml` and `.gitleaks.toml` of a repository.
@Suite struct ConfigurationTests {
  private let token = FakeSecret.gitHubToken()

  private static let ownRule = "[[rules]]\nid = \"own\"\nregex = '''own-[0-9]{8}'''\nkeywords = [\"own-\"]\n"

  /// Breaks when path allowlists of the configuration are not asked, or take away too much.
  @Test(arguments: ObjectFormat.allCases)
  func pathsMayBeLeftOut(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.write(".stanch.toml", "[[allowlists]]\ndescription = \"fixtures\"\npaths = ['''^fixtures/''']\n")
    try repository.stage("fixtures/a.txt", token.line)
    let clean = try repository.scan()
    #expect(clean.isClean, "\(clean)")
    #expect(clean.verdict?.coverage.excluded == 1)
    #expect(clean.verdict?.coverage.blobs == 0)
    try repository.stage("other/fixtures/b.txt", token.line)
    #expect(try repository.scan().places == ["other/fixtures/b.txt:1 \(token.rule)"])
  }

  /// Breaks when own rules replace the built-in ones, or are not added.
  @Test func ownRulesAreAdded() throws {
    let repository = try GitRepository()
    try repository.write(".stanch.toml", ConfigurationTests.ownRule)
    try repository.stage("a.txt", "own-83719264\n" + token.line)
    #expect(try repository.scan().places == ["a.txt:1 own", "a.txt:2 \(token.rule)"])
    try repository.write(".stanch.toml", "useDefault = false\n" + ConfigurationTests.ownRule)
    #expect(try repository.scan().places == ["a.txt:1 own"])
  }

  /// Breaks when a folder's configuration is not found, or reaches beyond its folder.
  @Test(arguments: ObjectFormat.allCases)
  func aFolderMayHaveAConfigurationOfItsOwn(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.write("inner/.stanch.toml", ConfigurationTests.ownRule)
    try repository.write("inner/deep/.stanch.toml", "[extend]\ndisabledRules = [\"\(token.rule)\"]\n")
    for folder in ["", "inner/", "inner/deep/", "inner/deep/er/", "inner/side/", "innermost/"] {
      try repository.stage(folder + "a.txt", "own-83719264\n" + token.line)
    }
    let report = try repository.scan()
    #expect(
      report.places == [
        "a.txt:2 \(token.rule)", "inner/a.txt:1 own", "inner/a.txt:2 \(token.rule)", "inner/deep/a.txt:1 own",
        "inner/deep/er/a.txt:1 own", "inner/side/a.txt:1 own", "inner/side/a.txt:2 \(token.rule)",
        "innermost/a.txt:2 \(token.rule)",
      ], "\(report)")
  }

  /// Breaks when findings under different configurations are mixed up because their contents are the same blob.
  @Test(arguments: ObjectFormat.allCases)
  func theSameContentIsJudgedAtEachPath(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.write("b/.stanch.toml", "[[allowlists]]\npaths = ['''^b/''']\n")
    for folder in ["a", "b", "c"] { try repository.stage(folder + "/a.txt", token.line) }
    let report = try repository.scan()
    #expect(report.places == ["a/a.txt:1 \(token.rule)", "c/a.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.coverage.excluded == 1)
  }

  /// Breaks when a configuration that cannot be read counts as none.
  @Test(
    arguments: [
      ("title = \"x\"\n[[rules]\nid = 1\n", "2"), ("[[rules]]\nid = \"own\"\nregex = '''('''\n", "3"),
      ("\n\n[[rules]]\nregex = '''x'''\n", "3"), ("[[rules]]\nid = \"own\"\nregex = 7\n", "3"),
    ], [".stanch.toml", "folder/.stanch.toml", ".gitleaks.toml"])
  func aBrokenConfigurationIsAnError(_ broken: (text: String, line: String), _ file: String) throws {
    let repository = try GitRepository()
    try repository.write(file, broken.text)
    try repository.stage("folder/a.txt", "a\n")
    let report = try repository.scan()
    #expect(report.status == 2, "\(report)")
    #expect(report.errors.contains("\(file):\(broken.line)"), "\(report)")
  }

  @Test func aConfigurationThatIsNotThereIsAnError() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    let report = try repository.scan("--config", "nowhere.toml")
    #expect(report.status == 2)
    #expect(report.errors.contains("nowhere.toml"))
  }

  /// Breaks when `--config` is added to the repository's own configuration in place of replacing it.
  @Test func anotherConfigurationMayBeNamed() throws {
    let repository = try GitRepository()
    try repository.write(".stanch.toml", "[[allowlists]]\npaths = ['''.*''']\n")
    try repository.write("other.toml", ConfigurationTests.ownRule)
    try repository.stage("a.txt", "own-83719264\n" + token.line)
    #expect(try repository.scan().isClean)
    #expect(try repository.scan("--config", "other.toml").places == ["a.txt:1 own", "a.txt:2 \(token.rule)"])
  }

  /// Breaks when a gitleaks configuration loses its meaning: alone it replaces the built-in rules, and that is said.
  @Test func aGitleaksConfigurationReplacesTheRules() throws {
    let repository = try GitRepository()
    try repository.write(".gitleaks.toml", ConfigurationTests.ownRule)
    try repository.stage("a.txt", "own-83719264\n" + token.line)
    let report = try repository.scan()
    #expect(report.places == ["a.txt:1 own"], "\(report)")
    #expect(report.verdict?.notices.filter { $0.contains("takes the place of the built-in rules") }.count == 1)
    try repository.write(".gitleaks.toml", "[extend]\nuseDefault = true\n" + ConfigurationTests.ownRule)
    let both = try repository.scan()
    #expect(both.places == ["a.txt:1 own", "a.txt:2 \(token.rule)"], "\(both)")
    #expect(both.verdict?.notices == [])
  }
}
