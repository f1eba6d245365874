import Testing

/// What the program makes of its command line, and how it ends.
@Suite struct CommandLineTests {
  private let token = FakeSecret.gitHubToken()

  private static let wrong = [
    "frobnicate", "--frobnicate", "scan frobnicate", "scan staged extra", "scan staged --frobnicate",
    "scan staged --format yaml", "scan staged --format", "scan staged --color sometimes", "scan staged -q -v",
    "scan staged --quiet --verbose", "scan staged --threads 0", "scan staged --threads -1",
    "scan staged --threads many",
    "scan staged --size-limit 0", "scan staged --size-limit 4294967296", "scan staged --tolerate everything",
    "hook frobnicate", "hook install pre-push-me", "hook run frobnicate", "hook run commit-msg", "hook status extra",
    "hook run pre-commit --threads 0", "rules frobnicate", "rules show", "rules list extra",
  ]

  /// Breaks when a mistake is passed by, or mistaken for what a scan answers.
  @Test(arguments: wrong) func aMistakeIsAUsageError(_ line: String) throws {
    let repository = try GitRepository()
    let ending = try repository.stanch().run(line.split(separator: " ").map(String.init))
    #expect(ending.status == 64)
    #expect(ending.output.isEmpty)
    #expect(ending.errors.hasPrefix("Error: ") && ending.errors.contains("Usage: stanch"), "\(ending.errors)")
  }

  /// Breaks when a command that is not whole counts as done.
  @Test(arguments: ["", "scan", "hook", "hook run", "rules"]) func aGroupAloneIsAUsageError(_ line: String) throws {
    let repository = try GitRepository()
    let ending = try repository.stanch().run(line.split(separator: " ").map(String.init))
    #expect(ending.status == 64 && ending.output.isEmpty)
    #expect(ending.errors.contains("SUBCOMMANDS:"))
  }

  /// Breaks when help is taken for a group without its subcommand.
  @Test(arguments: [
    "--help", "-h", "help", "scan --help", "scan staged --help", "help scan staged", "hook run pre-commit --help",
    "rules check -h",
  ])
  func helpIsAnAnswer(_ line: String) throws {
    let repository = try GitRepository()
    let ending = try repository.stanch().run(line.split(separator: " ").map(String.init))
    #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.errors)")
    #expect(ending.text.contains("USAGE: stanch"))
  }

  @Test func theVersionIsAnAnswer() throws {
    let ending = try GitRepository().stanch().run("--version")
    #expect(ending.status == 0 && ending.errors.isEmpty)
    #expect(ending.text.hasPrefix("stanch ") && ending.text.last == "\n")
  }

  // MARK: The short way

  /// What was said, without the time it took.
  private func answer(_ ending: ChildProcess.Ending) -> [String] {
    let errors = ending.errors.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("stanch: ") ? String(line[..<(line.lastIndex(of: "(") ?? line.endIndex)]) : String(line)
    }
    return ["status \(ending.status)", ending.text] + errors
  }

  /// What the index holds for a comparison, and the status it leads to.
  enum Staged: CaseIterable {
    case nothing, clean, secret, allowedSecret, brokenConfiguration

    var status: Int32 {
      switch self {
      case .nothing, .clean, .allowedSecret: 0
      case .secret: 1
      case .brokenConfiguration: 2
      }
    }
  }

  /// Breaks when the calls of the hooks, which pass the argument parser by, do other than the same with options.
  @Test(arguments: Staged.allCases) func optionsThatChangeNothingChangeNothing(_ staged: Staged) throws {
    let repository = try GitRepository()
    switch staged {
    case .nothing: break
    case .clean: try repository.stage("a.txt", "clean\n")
    case .secret: try repository.stage("a.txt", token.line)
    case .allowedSecret: try repository.stage("a.txt", "\(token.text) # stanch:allow \(token.rule) -- a test\n")
    case .brokenConfiguration:
      try repository.stage("a.txt", "clean\n")
      try repository.write(".stanch.toml", "rules = 1\n")
    }
    let plain = try repository.stanch().run("scan", "staged")
    #expect(plain.status == staged.status, "\(plain.errors)")
    let same = [
      ["hook", "run", "pre-commit"], ["scan", "staged", "--format", "text"], ["scan", "staged", "--color", "auto"],
      ["scan", "staged", "--threads", "1"], ["scan", "staged", "-C", "."], ["hook", "run", "pre-commit", "-C", "."],
      ["scan", "staged", "--size-limit", "134217728"], ["scan", "staged", "--tolerate", "shallow"],
    ]
    for arguments in same {
      #expect(try answer(repository.stanch().run(arguments)) == answer(plain), "\(arguments)")
    }
  }

  @Test func outsideARepositoryBothWaysGiveTheSameError() throws {
    let scratch = try Scratch()
    let program = StanchProgram(scratch: scratch, folder: scratch.path)
    let plain = try program.run("scan", "staged")
    #expect(plain.status == 2 && plain.output.isEmpty)
    #expect(plain.errors.hasPrefix("error: ") && plain.errors.contains("\n\nhint: "), "\(plain.errors)")
    #expect(try answer(program.run("scan", "staged", "--color", "never")) == answer(plain))
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let ending = try GitRepository().stanch().run("scan", "staged", "-C", "nowhere")
    #expect(ending.status == 2)
    #expect(ending.errors == "error: nowhere: cannot be entered: No such file or directory\n")
  }

  @Test func quietLeavesTheFindings() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    let plain = try repository.stanch().run("scan", "staged")
    let quiet = try repository.stanch().run("scan", "staged", "-q")
    #expect(quiet.status == 1 && quiet.output == plain.output && quiet.errors.isEmpty)
  }

  // MARK: Standard output

  /// Breaks when a finding that nobody can read lets the commit through.
  @Test(arguments: [ChildProcess.Output.closed, .file("/dev/full")], ObjectFormat.allCases)
  func aFindingThatCannotBeWrittenIsNoPass(_ output: ChildProcess.Output, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", token.line)
    var program = repository.stanch()
    program.output = output
    for arguments in [["scan", "staged"], ["scan", "staged", "--format", "sarif"]] {
      let ending = try program.run(arguments)
      #expect(ending.status == 2)
      #expect(ending.errors.contains("error: standard output cannot be written"), "\(ending.errors)")
      #expect(!ending.errors.contains(token.text))
    }
  }

  /// Breaks when an unwritten report counts as one; where there is nothing to write, nothing is missing.
  @Test func aCleanScanNeedsStandardOutputForReportsOnly() throws {
    var program = try GitRepository().stanch()
    program.output = .closed
    #expect(try program.run("scan", "staged").status == 0)
    #expect(try program.run("scan", "staged", "--format", "json").status == 2)
    #expect(try program.run("rules", "list").status == 2)
  }

  /// Breaks when a file that is opened takes the number of a closed stream, and prose is written into it.
  @Test(arguments: ObjectFormat.allCases) func closedStreamsDoNoHarm(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", token.line)
    let before = try repository.bytes(of: ".git/index")
    let call = "'\(StanchProgram.path)' scan staged --format json --output ../report.json"
    for closed in ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"] {
      try repository.shell("rm -f ../report.json; status=0; \(call) \(closed) || status=$?; test $status = 1")
      let json = try repository.sibling("").bytes(of: "report.json")
      let report = try ScanReport(status: 1, errors: "", json: json)
      #expect(report.places == ["a.txt:1 \(token.rule)"], "\(closed)")
    }
    #expect(try repository.bytes(of: ".git/index") == before)
  }

  /// Breaks when nobody looks whether an answer was written.
  @Test(arguments: ["--version", "--help", "scan staged --help", "rules list", "hook status"])
  func anAnswerThatCannotBeWrittenIsAnError(_ line: String) throws {
    var program = try GitRepository().stanch()
    for output in [ChildProcess.Output.closed, .file("/dev/full")] {
      program.output = output
      #expect(try program.run(line.split(separator: " ").map(String.init)).status == 2)
    }
  }
}
