import Testing

/// Repositories with a configuration of gitleaks or betterleaks.
@Suite struct CompatibilityTests {
  private static let rule = """
    [[rules]]
    id = "own"
    regex = '''own-([0-9]{8})'''
    keywords = ["own-"]

    """

  /// Breaks when betterleaks' file does not come before gitleaks', ours before both, or a variable before them.
  @Test func whoseFileHolds() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", "own-83719264 other-12\n")
    try repository.write(".gitleaks.toml", Self.rule)
    #expect(try repository.scan().places == ["a.txt:1 own"])
    try repository.write(
      ".betterleaks.toml", "[[rules]]\nid = \"other\"\nregex = 'other-[0-9]'\nkeywords = [\"other\"]\n")
    #expect(try repository.scan().places == ["a.txt:1 other"])
    let text = "[[rules]]\nid = \"from-variable\"\nregex = 'own-'\n"
    #expect(
      try repository.scan(environment: ["GITLEAKS_CONFIG_TOML": text]).places == ["a.txt:1 from-variable"])
    try repository.write("elsewhere.cfg", text)
    #expect(
      try repository.scan(environment: ["GITLEAKS_CONFIG": "elsewhere.cfg", "GITLEAKS_CONFIG_TOML": Self.rule]).places
        == ["a.txt:1 from-variable"])
    try repository.write(".stanch.toml", "useDefault = false\n" + Self.rule)
    #expect(try repository.scan(environment: ["GITLEAKS_CONFIG_TOML": text]).places == ["a.txt:1 own"])
  }

  /// Breaks when a filter is passed by, or holds where it says nothing.
  @Test(arguments: ObjectFormat.allCases)
  func filters(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.write(
      ".betterleaks.toml",
      Self.rule + """
        filter = '''
        containsAny(finding["line"], ["sample"]) || finding["fragment_raw"][0:4] == "test"
        '''

        [[rules]]
        id = "asked"
        regex = '''ask-[0-9]{4}'''
        validate = '''let r = http.get("https://example.org", {}); r.status == 200'''

        """)
    for (name, text) in [
      ("a", "own-83719264\n"), ("b", "own-83719264 sample\n"), ("c", "test\nown-83719264\nask-1234\n"),
    ] {
      try repository.stage("\(name).txt", text)
    }
    let report = try repository.scan()
    #expect(report.places == ["a.txt:1 own", "c.txt:3 asked"], "\(report)")
    #expect(report.verdict?.notices.contains { $0.contains("validate is not run, in 1 rule") } == true)
    try repository.commit()
    #expect(try repository.stanch().scan(["scan", "history"]).places == ["a.txt:1 own", "c.txt:3 asked"])
  }

  /// Breaks when a filter that is not understood is passed by: it might be what keeps a secret.
  @Test(arguments: ["unheard_of(1)", "entropy(finding[\"secret\"]", "finding[\"colour\"] == \"\""])
  func aFilterThatIsNotUnderstood(_ filter: String) throws {
    let repository = try GitRepository()
    try repository.write(".betterleaks.toml", "filter = '''\(filter)'''\n" + Self.rule)
    try repository.stage("a.txt", "own-83719264\n")
    let ending = try repository.stanch().run("scan", "staged")
    #expect(
      ending.status == 2 && ending.errors.contains(".betterleaks.toml:1: key filter: line 1, column"),
      "\(ending.errors)")
  }

  /// Breaks when an allowlist of commits, or a filter of authors, holds for what another commit brought in.
  @Test(arguments: ObjectFormat.allCases)
  func commits(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "own-83719264\n")
    let first = try repository.git("rev-parse", "HEAD")
    try repository.stage("b.txt", "own-83719265\n")
    try repository.git("commit", "--quiet", "--no-verify", "-m", "b", "--author", "robot <robot@example.org>")
    func places(_ configuration: String) throws -> [[String]] {
      try repository.write(".gitleaks.toml", Self.rule)
      try repository.write(".betterleaks.toml", configuration)
      return [
        try repository.stanch().scan(["scan", "history"]).places.sorted(),
        try repository.scanRange("main").places.sorted(),
      ]
    }
    let (a, b) = ("a.txt:1 own", "b.txt:1 own")
    for found in try places(Self.rule) { #expect(found == [a, b]) }
    for found in try places("[[allowlists]]\ncommits = [\"\(first)\"]\n" + Self.rule) { #expect(found == [b]) }
    let filter = "filter = '''get(attributes, \"git.author_name\", \"\") == \"robot\"'''\n"
    for found in try places(filter + Self.rule) { #expect(found == [a]) }
    let prefilter = "prefilter = '''matchesAny(get(attributes, \"path\", \"\"), [`^b`])'''\n"
    for found in try places(prefilter + Self.rule) { #expect(found == [a]) }
  }

  /// Breaks when files of betterleaks 2 are taken for those of version 1.
  @Test func filesOfBetterleaks2() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", "own-83719264\n")
    try repository.write(".betterleaks.toml", "minVersion = \"v2.0.0\"\n" + Self.rule)
    #expect(try repository.scan().places == ["a.txt:1 own"])
    try repository.write(".betterleaks.toml", "minVersion = \"v2.0.0\"\n" + Self.rule + "metadata = { a = 1 }\n")
    let ending = try repository.stanch().run("scan", "staged")
    #expect(ending.status == 2 && ending.errors.contains("rule own: the key metadata is not known"), "\(ending.errors)")
  }

  /// Breaks when a remark or a list of another program is not obeyed.
  @Test func allowances() throws {
    let repository = try GitRepository()
    try repository.write(".gitleaks.toml", Self.rule)
    try repository.stage("a.txt", "own-83719264 # betterleaks:allow\nown-83719264 # gitleaks:allow\nown-11111111\n")
    let remarks = try repository.scan()
    #expect(remarks.places == ["a.txt:3 own"] && remarks.allowedPlaces == ["a.txt:1 own", "a.txt:2 own"])
    // The SHA-256 of «11111111».
    try repository.shell("printf 11111111 | sha256sum | cut -d' ' -f1 >.betterleaksignore")
    let report = try repository.scan()
    #expect(
      report.status == 0 && report.verdict?.allowed.map(\.allowance).contains(".betterleaksignore:1") == true,
      "\(report)")
  }

  /// Breaks when an entry that names another program's rule is lost, or holds for another line.
  @Test func entriesOfOtherRules() throws {
    let token = FakeSecret.gitHubToken()
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    for (entry, isAllowed) in [
      ("a.txt:github-pat:1", true), ("a.txt:github-pat:2", false), ("a.txt:private-key:1", false),
    ] {
      try repository.write(".gitleaksignore", entry + "\n")
      #expect((try repository.scan().status == 0) == isAllowed, "\(entry)")
    }
  }

  // MARK: Pairs

  /// Breaks when a key id is as grave alone as beside its secret.
  @Test func aKeyIDAlone() throws {
    let repository = try GitRepository()
    let (id, secret) = (FakeSecret.awsKeyID(), FakeSecret.awsSecretKey())
    try repository.stage("a.txt", "id = \(id.text)\n")
    let alone = try repository.stanch().run("scan", "staged", "--format", "json")
    #expect(alone.status == 1 && alone.text.contains("\"severity\" : \"low\""), "\(alone.text)")
    try repository.stage("a.txt", "id = \(id.text)\naws_secret_access_key = \(secret.text)\n")
    let pair = try repository.stanch().run("scan", "staged", "--format", "json")
    #expect(!pair.text.contains("\"severity\" : \"low\"") && pair.text.contains(id.rule), "\(pair.text)")
  }

  /// Breaks when the second half of a pair is added and the first, which stood there before, is not told again.
  @Test(arguments: ObjectFormat.allCases)
  func theSecondHalfOfAPair(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let (id, secret) = (FakeSecret.awsKeyID(), FakeSecret.awsSecretKey())
    let first = "id = \(id.text)\n"
    let second = first + "# and\naws_secret_access_key = \(secret.text)\n"
    try repository.commit("a.txt", first)
    try repository.stage("a.txt", second)
    let staged = try repository.scan()
    #expect(staged.places.contains("a.txt:1 \(id.rule)"), "\(staged)")
    try repository.commit()
    for report in [try repository.stanch().scan(["scan", "history"]), try repository.scanRange("main")] {
      #expect(report.places.filter { $0.hasSuffix(id.rule) } == ["a.txt:1 \(id.rule)"], "\(report)")
      let finding = report.verdict?.findings.first { $0.rule == id.rule }
      #expect(finding?.commit?.id == (try repository.git("rev-parse", "HEAD")))
    }
    // To take the secret away brings nothing new.
    try repository.stage("a.txt", first)
    #expect(try repository.scan().isClean)
  }
}
