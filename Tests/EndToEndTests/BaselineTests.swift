import Testing

/// What a baseline accepts, in every scan and hook.
@Suite struct BaselineTests {
  private let token = FakeSecret.gitHubToken()
  private let password = FakeSecret.password()

  /// A repository with two secrets that its baseline accepts, all committed.
  private func accepted(_ before: String = "") throws -> GitRepository {
    let repository = try GitRepository()
    try repository.stage("a.txt", before + "\(token.text)\n\(password.assignment)")
    let created = try repository.stanch().run("baseline", "create")
    #expect(created.status == 0, "\(created.errors)")
    try repository.git("add", ".stanch-baseline")
    try repository.commit()
    return repository
  }

  private func scan(_ repository: GitRepository, _ arguments: String..., in folder: String? = nil) throws -> ScanReport
  {
    try repository.stanch(in: folder.map { "\(repository.root)/\($0)" }).scan(["scan"] + arguments)
  }

  private func text(_ repository: GitRepository) throws -> String {
    String(decoding: try repository.bytes(of: ".stanch-baseline"), as: UTF8.self)
  }

  private func expectNothingNew(_ report: ScanReport, allowed: Int = 2) {
    #expect(report.isClean, "\(report)")
    #expect(report.allowedPlaces.count == allowed, "\(report)")
    #expect(report.verdict?.allowed.allSatisfy { $0.allowance?.hasPrefix(".stanch-baseline:") == true } == true)
    #expect(report.verdict?.notices.isEmpty == true, "\(report.verdict?.notices ?? [])")
  }

  @Test(
    "every scan honours it", arguments: [["files"], ["tree"], ["range", "HEAD"], ["history"], ["files", "a.txt"]])
  func scans(arguments: [String]) throws {
    let repository = try accepted()
    let report = try repository.stanch().scan(["scan"] + arguments)
    expectNothingNew(report)
    try repository.remove(".stanch-baseline")
    #expect(try repository.stanch().scan(["scan"] + arguments).places.count == 2)
  }

  @Test("standard input honours it where a path is given")
  func standardInput() throws {
    let repository = try accepted()
    let arguments = ["scan", "stdin", "--format", "json"]
    func scan(_ extra: String...) throws -> ScanReport {
      let child = ChildProcess(repository.scratch, in: repository.root)
      return try ScanReport(child.run(StanchProgram.path, arguments + extra, input: Array(token.line.utf8)))
    }
    #expect(try scan("--path", "a.txt").isClean)
    #expect(try scan("--path", "b.txt").status == 1)
    #expect(try scan().status == 1)
  }

  /// What makes other tools' baselines drift: nothing of it may bring a finding back.
  @Test(
    "edits that leave the secret what it is bring nothing new",
    arguments: [
      "seq 100 | cat - a.txt >b && mv b a.txt", "git mv a.txt b.txt", "mkdir -p x/y && git mv a.txt x/y/z.toml",
      "sed -i 's/$/\\r/' a.txt", "sed -i 's/^/        /' a.txt", "tac a.txt >b && mv b a.txt",
      "seq 9 | cat - a.txt | sed 's/$/\\r/' >b.txt && rm a.txt", "printf '\\n\\n' >>a.txt",
    ])
  func drift(script: String) throws {
    let repository = try accepted()
    try repository.shell("\(script); git add --all")
    expectNothingNew(try scan(repository, "files"))
    #expect(try repository.scan().isClean, "what is staged")
    try repository.commit()
    expectNothingNew(try scan(repository, "tree"))
    #expect(try scan(repository, "range", "HEAD~1..").isClean)
    #expect(try scan(repository, "history").isClean)
  }

  @Test("from a folder below and after a rebase nothing is new")
  func places() throws {
    let repository = try accepted()
    try repository.commit("sub/b.txt", "nothing\n")
    expectNothingNew(try scan(repository, "files", in: "sub"))
    expectNothingNew(try scan(repository, "files", "../a.txt", in: "sub"))
    try repository.git("checkout", "--quiet", "-b", "topic", "HEAD~1")
    try repository.shell("seq 50 | cat - a.txt >b && mv b a.txt && git add a.txt")
    try repository.commit()
    try repository.git("rebase", "--quiet", "main")
    expectNothingNew(try scan(repository, "files"))
    #expect(try scan(repository, "range", "main..").isClean)
  }

  /// Breaks when an entry accepts a line and not the secret on it.
  @Test(
    "another secret on the line is new",
    arguments: [["staged"], ["files"], ["tree"], ["range", "HEAD~1.."], ["history"]])
  func replaced(arguments: [String]) throws {
    let repository = try accepted()
    let other = FakeSecret.gitHubToken()
    try repository.stage("a.txt", "\(other.text)\n\(password.assignment)")
    if arguments != ["staged"] { try repository.commit() }
    let report = try repository.stanch().scan(["scan"] + arguments)
    #expect(report.status == 1)
    #expect(report.places == ["a.txt:1 \(token.rule)"], "\(report)")
  }

  @Test("one more copy is new in what stands, and told as a copy", arguments: [["staged"], ["files"], ["tree"]])
  func copied(arguments: [String]) throws {
    let repository = try accepted()
    try repository.stage("b.txt", "x\n" + token.line)
    if arguments == ["tree"] { try repository.commit() }
    let report = try repository.stanch().scan(["scan"] + arguments)
    #expect(report.places == ["b.txt:2 \(token.rule)"], "\(report)")
    #expect(report.verdict?.notices.contains { $0.contains("known in a.txt (.stanch-baseline:") } == true, "\(report)")
  }

  @Test("a file that was renamed long ago is followed in the hook")
  func renamedBefore() throws {
    let repository = try accepted()
    try repository.git("mv", "a.txt", "b.txt")
    try repository.commit()
    try repository.git("checkout", "--quiet", "--orphan", "fresh")
    #expect(try repository.scan().isClean)
  }

  // MARK: Hooks

  @Test("the hook of a commit honours it and stops what is new")
  func preCommit() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    #expect(try repository.stanch().run("baseline", "create").status == 0)
    let hook = try CommitHook(repository)
    #expect(try hook.commit().isCommitted)
    try repository.stage("a.txt", FakeSecret.gitHubToken().line)
    #expect(try !hook.commit().isCommitted)
  }

  @Test("pre-push honours it")
  func prePush() throws {
    let repository = try accepted()
    let head = try repository.git("rev-parse", "HEAD")
    let line = "refs/heads/main \(head) refs/heads/main \(String(repeating: "0", count: 40))\n"
    let child = ChildProcess(repository.scratch, in: repository.root)
    let ending = try child.run(
      StanchProgram.path, ["hook", "run", "pre-push", "origin", "url", "--format", "json"], input: Array(line.utf8))
    expectNothingNew(try ScanReport(ending))
  }

  /// Breaks when whoever pushes brings along what excuses the push.
  @Test("pre-receive reads no baseline but one that is named")
  func preReceive() throws {
    let repository = try accepted()
    let head = try repository.git("rev-parse", "HEAD")
    let line = "\(String(repeating: "0", count: 40)) \(head) refs/heads/other\n"
    try repository.shell("git update-ref -d refs/heads/main")
    func receive(_ extra: String...) throws -> ScanReport {
      let child = ChildProcess(repository.scratch, in: repository.root)
      return try ScanReport(
        child.run(
          StanchProgram.path, ["hook", "run", "pre-receive", "--format", "json"] + extra, input: Array(line.utf8)))
    }
    #expect(try receive().places.count == 2)
    expectNothingNew(try receive("--baseline", ".stanch-baseline"))
  }

  // MARK: What does not hold

  @Test("an expired entry covers nothing and says so")
  func expired() throws {
    let repository = try accepted()
    try repository.shell("sed -i '/\(token.rule)/s/$/ until=2020-01-31/' .stanch-baseline")
    let report = try scan(repository, "files")
    #expect(report.places == ["a.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.notices.contains { $0.contains("it held until 2020-01-31") } == true, "\(report)")
  }

  @Test("entries that nothing matches are told by scans of everything")
  func stale() throws {
    let repository = try accepted()
    try repository.stage("a.txt", password.assignment)
    try repository.commit()
    for arguments in [["files"], ["tree"]] {
      let report = try repository.stanch().scan(["scan"] + arguments)
      #expect(report.isClean)
      #expect(
        report.verdict?.notices.contains { $0.contains("nothing matches this entry any more") } == true, "\(report)")
    }
    #expect(try scan(repository, "files", "a.txt").verdict?.notices.isEmpty == true)
  }

  /// Breaks when a scan goes on without a baseline that it cannot read.
  @Test(
    "a damaged baseline is an error in every scan, with file and line",
    arguments: [["staged"], ["files"], ["tree"], ["range", "HEAD"], ["history"]])
  func damaged(arguments: [String]) throws {
    let repository = try accepted()
    try repository.shell("echo 'hello world' >>.stanch-baseline")
    let lines = try text(repository).split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let ending = try repository.stanch().run(["scan"] + arguments)
    #expect(ending.status == 2)
    #expect(
      ending.errors.contains("error: .stanch-baseline:\(lines): it does not begin with a fingerprint"),
      "\(ending.errors)")
    try repository.shell(": >.stanch-baseline")
    #expect(try repository.stanch().run(["scan"] + arguments).status == 2)
    try repository.shell("rm .stanch-baseline; mkdir .stanch-baseline")
    #expect(try repository.stanch().run(["scan"] + arguments).status == 2)
  }

  @Test("another baseline may be named, and has to be there")
  func named() throws {
    let repository = try accepted()
    try repository.shell("git mv .stanch-baseline known.txt")
    #expect(try scan(repository, "files").places.count == 2)
    let report = try scan(repository, "files", "--baseline", "known.txt")
    #expect(report.isClean)
    #expect(report.verdict?.allowed.allSatisfy { $0.allowance?.hasPrefix("known.txt:") == true } == true)
    #expect(try repository.stanch().run("scan", "files", "--baseline", "none.txt").status == 2)
  }
}
