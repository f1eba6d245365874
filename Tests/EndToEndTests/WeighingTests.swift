import Testing

/// What is said of values that only a name announces.
@Suite struct WeighingTests {
  private let repository: GitRepository

  init() throws { repository = try GitRepository() }

  private func run(_ text: String, _ arguments: String..., path: String = "a.py") throws -> ChildProcess.Ending {
    try ChildProcess(repository.scratch, in: repository.root).run(
      StanchProgram.path, ["scan", "stdin", "--path", path] + arguments, input: Array(text.utf8))
  }

  /// Random, and no secret of a known kind.
  private let value = (0..<10).map { _ in String("bcdfghjklmnpqrstvwxz".randomElement() ?? "x") }.joined() + "7"

  /// Breaks when a finding does not say what spoke for it.
  @Test func aFindingSaysWhatSpokeForIt() throws {
    let ending = try run("password = \"\(value)\"\n")
    #expect(ending.status == 1)
    #expect(ending.text.contains("its name is «password»"))
  }

  /// Breaks when -v does not say why a match is no finding, or anything else does.
  @Test func whatIsDroppedIsSaidWhenAsked() throws {
    let line = "dropped: generic-password in a.py:1: it is a placeholder\n"
    #expect(try run("password = \"changeme1\"\n", "-v").errors.contains(line))
    #expect(try !run("password = \"changeme1\"\n").errors.contains("dropped"))
    #expect(try run("password = \"changeme1\"\n", "-v").status == 0)
  }

  /// Breaks when -v does not say of a history why its matches are no findings, in texts that are made from others and in messages
  /// too, or tells the same line of two versions twice.
  @Test(arguments: [["scan", "history"], ["scan", "range", "HEAD"]])
  func whatIsDroppedOfAHistoryIsSaidWhenAsked(_ command: [String]) throws {
    let tail = (0..<40).map { "line \($0)\n" }.joined()
    for text in [
      "password = \"changeme1\"\n" + tail, "password = \"changeme1\"\n" + tail + "\npassword = \"changeme1\"\n",
    ] {
      try repository.write("a.py", text)
      _ = try repository.git("add", ".")
      _ = try repository.git("commit", "--quiet", "--no-verify", "-m", "password = \"changeme2\"")
    }
    _ = try repository.git("gc", "--quiet")
    func dropped(_ arguments: [String]) throws -> [String] {
      try ChildProcess(repository.scratch, in: repository.root).run(StanchProgram.path, command + arguments)
        .errors.split(separator: "\n").map(String.init).filter { $0.hasPrefix("dropped: ") }
    }
    let lines = try Set(dropped(["-v"]))
    #expect(
      lines.filter { $0.contains("a.py") }.sorted() == [
        "dropped: generic-password in a.py:1: it is a placeholder",
        "dropped: generic-password in a.py:43: it is a placeholder",
      ])
    #expect(lines.count { $0.contains("COMMIT_EDITMSG (") } == 2)
    #expect(try dropped([]).isEmpty)
  }

  /// Breaks when the threshold does not decide what is reported.
  @Test func theThresholdCanBeSet() throws {
    // A bare key, which may be that of a dictionary; what speaks for it is that it is long.
    let long = String((0..<70).map { _ in "bcdfghjklmnpqrstvwxz".randomElement() ?? "x" })
    let line = "key = \"\(long)\"\n"
    #expect(try run(line).status == 0)
    #expect(try run(line, "--confidence", "low").status == 1)
    #expect(try run("password = \"\(value)\"\n", "--confidence", "high").status == 1)
    #expect(try run(line, "--confidence", "huge").status == 64)
  }

  /// Breaks when a variable of a program is taken for a secret, or what is in a settings file for a variable.
  @Test func theKindOfFileDecidesWithoutQuotes() throws {
    #expect(try run("password = \(value)\n").status == 0)
    #expect(try run("password = \(value)\n", path: "a.ini").status == 1)
  }

  /// Breaks when the same file at two paths of a tree is judged once for both kinds.
  @Test func theSameBlobIsJudgedAtEachPath() throws {
    try repository.write("a.py", "password = \(value)\n")
    try repository.write("a.ini", "password = \(value)\n")
    _ = try repository.git("add", ".")
    _ = try repository.git("commit", "--quiet", "--no-verify", "-m", "files")
    for command in [["scan", "tree"], ["scan", "history"], ["scan", "range", "HEAD"], ["scan", "files"]] {
      let ending = try ChildProcess(repository.scratch, in: repository.root).run(
        StanchProgram.path, command + ["--format", "json"])
      #expect(try ScanReport(ending).places == ["a.ini:1 generic-password"], "\(command)")
    }
  }
}
