import Testing

/// `stanch scan stdin`: one text from standard input.
@Suite struct ScanStdinTests {
  private let token = FakeSecret.gitHubToken()
  private let repository: GitRepository

  init() throws { repository = try GitRepository() }

  private func scan(_ text: String, _ arguments: String..., in folder: String? = nil) throws -> ScanReport {
    let ending = try ChildProcess(repository.scratch, in: folder ?? repository.root).run(
      StanchProgram.path, ["scan", "stdin", "--format", "json"] + arguments, input: Array(text.utf8))
    return try ScanReport(ending)
  }

  /// Breaks when the text is not read, or is reported under another name than the one given.
  @Test func theTextIsScannedUnderItsName() throws {
    #expect(try scan("x\n" + token.line).places == ["stdin:2 \(token.rule)"])
    #expect(try scan(token.line, "--path", "dir/a.txt").places == ["dir/a.txt:1 \(token.rule)"])
    #expect(try scan(token.line, "--path", "dir/a.txt").status == 1)
    #expect(try scan("clean\n").isClean)
    #expect(try scan("").isClean)
  }

  /// Breaks when a repository is needed.
  @Test func noRepositoryIsNeeded() throws {
    #expect(try scan(token.line, in: repository.scratch.path + "/home").places == ["stdin:1 \(token.rule)"])
  }

  /// Breaks when the path has no say in what is allowed, or in which configuration holds.
  @Test func thePathDecidesOnTheConfiguration() throws {
    try repository.write("inner/.stanch.toml", "[extend]\ndisabledRules = ['\(token.rule)']\n")
    try repository.write(".stanch.toml", "[allowlist]\npaths = ['^allowed/']\n")
    #expect(try scan(token.line, "--path", "inner/a.txt").isClean)
    let excluded = try scan(token.line, "--path", "allowed/a.txt")
    #expect(excluded.isClean)
    #expect(excluded.verdict?.coverage.excluded == 1)
    #expect(try scan(token.line, "--path", "other/a.txt").status == 1)
  }

  /// Breaks when a text at the limit is refused, or one over it is cut off and called clean.
  @Test func aTextOverTheLimitIsAnIncident() throws {
    let size = token.line.utf8.count
    #expect(try scan(token.line, "--size-limit", "\(size)").status == 1)
    let report = try scan(token.line, "--size-limit", "\(size - 1)")
    #expect(report.status == 2)
    #expect(report.places.isEmpty)
    #expect(report.incidents == ["oversize stdin"])
    #expect(try scan(token.line, "--size-limit", "1", "--tolerate", "oversize").status == 0)
  }

  /// Breaks when reading goes on after the limit: this text has no end.
  @Test func readingStopsAtTheLimit() throws {
    let ending = try ChildProcess(repository.scratch, in: repository.root).run(
      "sh", ["-c", "exec \"$0\" scan stdin --size-limit 1000000 </dev/zero", StanchProgram.path])
    #expect(ending.status == 2)
    #expect(ending.errors.contains("it has more than 1000000 bytes"), "\(ending.errors)")
  }

  /// Breaks when a text that arrives in parts is cut off at the first.
  @Test func aTextMayArriveInParts() throws {
    let ending = try ChildProcess(repository.scratch, in: repository.root).run(
      "sh", ["-c", "{ echo x; sleep 0.2; echo \"$1\"; } | \"$0\" scan stdin", StanchProgram.path, token.text])
    #expect(ending.status == 1)
  }

  /// Breaks when standard input that cannot be read counts as an empty text.
  @Test(arguments: ["<&-", "</"])
  func inputThatCannotBeReadIsAnError(_ redirection: String) throws {
    let ending = try ChildProcess(repository.scratch, in: repository.root).run(
      "sh", ["-c", "exec \"$0\" scan stdin \(redirection)", StanchProgram.path])
    #expect(ending.status == 2)
    #expect(ending.errors.hasPrefix("error: standard input cannot be read"), "\(ending.errors)")
  }
}
