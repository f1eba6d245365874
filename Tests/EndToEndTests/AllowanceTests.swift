import Testing

/// What a user allows: comments in the text, and `.gitleaksignore`.
@Suite struct AllowanceTests {
  private let token = FakeSecret.gitHubToken()

  private func scan(_ text: String, beside files: [String: String] = [:], _ arguments: String...) throws -> ScanReport {
    let repository = try GitRepository()
    for (path, text) in files { try repository.write(path, text) }
    try repository.stage("a.txt", text)
    return try repository.stanch().scan(["scan", "staged"] + arguments)
  }

  private func expectAllowed(_ report: ScanReport, by allowance: String, line: Int = 1) {
    #expect(report.isClean, "\(report)")
    #expect(report.allowedPlaces == ["a.txt:\(line) \(token.rule)"])
    #expect(report.verdict?.allowed.map(\.allowance) == [allowance])
    #expect(report.verdict?.notices.isEmpty == true, "\(report.verdict?.notices ?? [])")
  }

  private func expectRefused(_ report: ScanReport, line: Int = 1, because notice: String? = nil) {
    #expect(report.status == 1)
    #expect(report.places == ["a.txt:\(line) \(token.rule)"], "\(report)")
    #expect(report.allowedPlaces.isEmpty)
    if let notice { #expect(report.verdict?.notices.contains { $0.contains(notice) } == true, "\(report)") }
  }

  @Test(arguments: [
    "RULE", "RULE -- test data", "RULE -- test data (until 2999-12-31)", "other-rule, RULE", "RULE */", "RULE -->",
    "RULE\r", "RULE -- test data\r", "RULE,other-rule -- two of them",
  ])
  func aCommentOnTheLineAllows(_ form: String) throws {
    let comment = form.split(separator: "RULE", omittingEmptySubsequences: false).joined(separator: token.rule)
    expectAllowed(try scan("\(token.text) # stanch:allow \(comment)\n"), by: "stanch:allow on line 1")
  }

  @Test(arguments: ["\n", "\r\n"])
  func aCommentOnTheLineBeforeAllows(_ end: String) throws {
    let text = "# stanch:allow-next-line \(token.rule)\(end)\(token.text)\(end)"
    expectAllowed(try scan(text), by: "stanch:allow on line 1", line: 2)
  }

  @Test(arguments: ["\n", "\r\n"])
  func aCommentForTheFileAllows(_ end: String) throws {
    let text = "first\(end)\(token.text)\(end)last\(end)# stanch:allow-file \(token.rule)\(end)"
    expectAllowed(try scan(text), by: "stanch:allow on line 4", line: 2)
  }

  @Test func theCommentOfGitleaksAllows() throws {
    expectAllowed(try scan("\(token.text) // gitleaks:allow\n"), by: "gitleaks:allow on line 1")
  }

  /// Breaks when an allowance reaches further than its line, or to other rules.
  @Test(arguments: [
    "TOKEN # stanch:allow other-rule\n", "TOKEN\n# stanch:allow RULE\n", "TOKEN # stanch:allow-next-line RULE\n",
    "# stanch:allow RULE\nTOKEN\n", "# stanch:allow-next-line RULE\n\nTOKEN\n", "# gitleaks:allow\nTOKEN\n",
    "# stanch:allow-file other-rule\nTOKEN\n", "TOKEN # stanch:allow RULE-too\n",
  ])
  func anAllowanceReachesNoFurther(_ form: String) throws {
    let text = form.split(separator: "RULE", omittingEmptySubsequences: false).joined(separator: token.rule)
      .split(separator: "TOKEN", omittingEmptySubsequences: false).joined(separator: token.text)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(token.text) }
    expectRefused(try scan(text), line: (line ?? 0) + 1)
  }

  /// Breaks when a comment that is wrong, or has expired, still allows, or does so in silence.
  @Test(arguments: [
    ("", "it names no rule"), (" -- no rule", "it names no rule"), (" RULE (until 2020-01-31)", "2020-01-31"),
    (" RULE -- why (until 2020-01-31)", "2020-01-31"), (" RULE -- why (until soon)", "not a day"),
    (" RULE -- why (until 2999-02-30)", "not a day"),
  ])
  func aCommentThatDoesNothingSaysSo(_ form: String, _ notice: String) throws {
    let comment = form.split(separator: "RULE", omittingEmptySubsequences: false).joined(separator: token.rule)
    expectRefused(try scan("\(token.text) # stanch:allow\(comment)\n"), because: notice)
  }

  /// Breaks when an allowance for one secret of a line allows its neighbour.
  @Test func theNeighbourIsNotAllowed() throws {
    let neighbour = FakeSecret.slackBotToken()
    let report = try scan("\(token.text) \(neighbour.text) # stanch:allow \(token.rule)\n")
    #expect(report.places == ["a.txt:1 \(neighbour.rule)"], "\(report)")
    #expect(report.allowedPlaces == ["a.txt:1 \(token.rule)"])
  }

  @Test(arguments: ["", "# comment\n\n  "], ["\n", "\r\n", ""])
  func aGitleaksIgnoreFileAllows(_ before: String, _ end: String) throws {
    let ignore = "\(before)\("0000000000000000000000000000000000000000"):a.txt:\(token.rule):1\(end == "" ? "\n" : end)"
    #expect(try scan(token.line, beside: [".gitleaksignore": ignore]).status == 1)
    let line = before.filter { $0 == "\n" }.count + 1
    let report = try scan(token.line, beside: [".gitleaksignore": "\(before)a.txt:\(token.rule):1\(end)"])
    expectAllowed(report, by: ".gitleaksignore:\(line)")
  }

  /// Breaks when an entry is taken loosely.
  @Test(arguments: ["a.txt:RULE:2", "b.txt:RULE:1", "a.txt:private-key:1", "a.txt:RULE", "RULE:1", "a.txt"])
  func aGitleaksIgnoreFileIsTakenAtItsWord(_ form: String) throws {
    let entry = form.split(separator: "RULE", omittingEmptySubsequences: false).joined(separator: token.rule)
    expectRefused(try scan(token.line, beside: [".gitleaksignore": entry + "\n"]))
  }

  /// Breaks when `-v` keeps what was allowed to itself.
  @Test func allowedFindingsAreListedOnRequest() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", "\(token.text) # stanch:allow \(token.rule)\n")
    let ending = try repository.stanch().run("scan", "staged", "--verbose")
    #expect(ending.status == 0)
    #expect(ending.errors.contains("allowed: \(token.rule) in a.txt:1"), "\(ending.errors)")
    #expect(!ending.errors.contains(token.text))
  }
}
