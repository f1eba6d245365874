import Testing

/// The pre-commit hook under real commits: git hands it a temporary index, and expects it to read that one.
@Suite struct CommitHookTests {
  private let token = FakeSecret.gitHubToken()

  /// A repository with a hook and two committed files.
  private func repository(_ format: ObjectFormat) throws -> (GitRepository, CommitHook) {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", "a\n")
    try repository.commit("b.txt", "b\n")
    return (repository, try CommitHook(repository))
  }

  /// Breaks when a finding does not stop the commit.
  @Test(arguments: ObjectFormat.allCases)
  func aStagedSecretStopsTheCommit(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.stage("c.txt", token.line)
    let attempt = try hook.commit()
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places == ["c.txt:1 \(token.rule)"], "\(attempt)")
  }

  @Test(arguments: ObjectFormat.allCases)
  func aCleanCommitGoesThrough(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.stage("c.txt", "c\n")
    let attempt = try hook.commit()
    #expect(attempt.isCommitted && attempt.report.isClean, "\(attempt)")
    #expect(attempt.report.verdict?.coverage.blobs == 1)
  }

  @Test(arguments: ObjectFormat.allCases)
  func theFirstCommitIsScanned(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let hook = try CommitHook(repository)
    try repository.stage("c.txt", token.line)
    let attempt = try hook.commit()
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places == ["c.txt:1 \(token.rule)"])
  }

  /// Breaks when GIT_INDEX_FILE is not honoured: the usual index holds nothing new.
  @Test(arguments: ObjectFormat.allCases)
  func commitAllFindsWhatOnlyTheTemporaryIndexHolds(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.write("a.txt", token.line)
    let attempt = try hook.commit("--all")
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places == ["a.txt:1 \(token.rule)"], "\(attempt)")
  }

  /// Breaks when the usual index is read: it still holds the secret.
  @Test(arguments: ObjectFormat.allCases)
  func commitAllPassesWhenTheWorkingTreeIsClean(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.stage("a.txt", token.line)
    try repository.write("a.txt", "changed\n")
    let attempt = try hook.commit("--all")
    #expect(attempt.isCommitted && attempt.report.isClean, "\(attempt)")
    #expect(attempt.report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when the usual index is read: the named path is not staged there.
  @Test(arguments: ["--only", "--include"], ObjectFormat.allCases)
  func commitOfAPathFindsWhatThatPathHolds(_ option: String, _ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.write("a.txt", token.line)
    let attempt = try hook.commit(option, "--", "a.txt")
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places == ["a.txt:1 \(token.rule)"], "\(attempt)")
  }

  /// Breaks when the usual index is read: it holds a secret that this commit leaves out.
  @Test(arguments: ObjectFormat.allCases)
  func commitOnlyLeavesOutWhatElseIsStaged(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.stage("b.txt", token.line)
    try repository.write("a.txt", "changed\n")
    let attempt = try hook.commit("--only", "--", "a.txt")
    #expect(attempt.isCommitted && attempt.report.isClean, "\(attempt)")
    #expect(attempt.report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when the named paths alone are scanned: `--include` commits what is staged too.
  @Test(arguments: ObjectFormat.allCases)
  func commitIncludeTakesWhatElseIsStaged(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.stage("b.txt", token.line)
    try repository.write("a.txt", "changed\n")
    let attempt = try hook.commit("--include", "--", "a.txt")
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places == ["b.txt:1 \(token.rule)"], "\(attempt)")
  }

  /// Breaks when the usual index is read in place of the one that holds the chosen hunks.
  @Test(arguments: ["y\nn\n", "n\ny\n"], ObjectFormat.allCases)
  func commitPatchTakesTheChosenHunkAlone(_ answers: String, _ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    let middle = String(repeating: "line\n", count: 30)
    try repository.commit("p.txt", "first\n" + middle + "last\n")
    try repository.write("p.txt", "first\n" + token.line + middle + "changed\n")
    let attempt = try hook.commit("--patch", input: answers)
    let takesSecret = answers.hasPrefix("y")
    #expect(attempt.isCommitted == !takesSecret, "\(attempt)")
    #expect(attempt.report.places == (takesSecret ? ["p.txt:2 \(token.rule)"] : []))
    #expect(attempt.report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when an amended commit is not scanned.
  @Test(arguments: ObjectFormat.allCases)
  func amendingFindsWhatItAdds(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.stage("b.txt", token.line)
    let attempt = try hook.commit("--amend")
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places == ["b.txt:1 \(token.rule)"])
  }

  /// Breaks when an amendment that takes a secret away is stopped.
  @Test(arguments: ObjectFormat.allCases)
  func amendingASecretAwayGoesThrough(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.commit("b.txt", token.line)
    try repository.stage("b.txt", "clean\n")
    let attempt = try hook.commit("--amend")
    #expect(attempt.isCommitted && attempt.report.isClean, "\(attempt)")
  }

  /// Breaks when a relative GIT_INDEX_FILE is taken from the folder that git was started in.
  @Test(arguments: ObjectFormat.allCases)
  func commitsFromASubFolderAreScanned(_ format: ObjectFormat) throws {
    let (repository, hook) = try repository(format)
    try repository.commit("folder/deep/c.txt", "c\n")
    try repository.write("folder/deep/c.txt", token.line)
    let attempt = try hook.commit("--all", environment: ["GIT_PREFIX": ""])
    #expect(!attempt.isCommitted)
    let inside = GitRepository(at: repository.root + "/folder/deep", in: repository.scratch)
    let second = try inside.attempt(["commit", "--all", "-m", "change"])
    #expect(second.status == 1, "\(second.errors)")
    #expect(second.errors.contains("1 secret staged in 1 file"))
  }

  /// Breaks when the hook of a linked working tree reads the index of the main one.
  @Test(arguments: ObjectFormat.allCases)
  func commitsInALinkedWorkingTreeAreScanned(_ format: ObjectFormat) throws {
    let (repository, _) = try repository(format)
    try repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked")
    let linked = repository.sibling("linked")
    let hook = try CommitHook(linked)
    try linked.write("a.txt", token.line)
    let attempt = try hook.commit("--all")
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places == ["a.txt:1 \(token.rule)"], "\(attempt)")
    try linked.write("a.txt", "changed\n")
    try repository.stage("b.txt", token.line)
    let clean = try hook.commit("--all")
    #expect(clean.isCommitted && clean.report.isClean, "\(clean)")
  }

  /// Breaks when the message is not scanned, or what git cuts off is.
  @Test func theMessageHookLooksAtTheMessage() throws {
    let repository = try GitRepository()
    try repository.commit("a.txt", token.line)
    let program = repository.stanch()
    #expect(try program.run("hook", "install", "--quiet", "commit-msg").status == 0)
    let stopped = try repository.attempt(["commit", "--allow-empty", "-m", "uses \(token.text)"])
    #expect(stopped.status == 1, "\(stopped.errors)")
    #expect(!stopped.errors.contains(token.text))
    try repository.stage("a.txt", "gone\n")
    // `--verbose` shows the removed line below the scissors; the editor leaves everything as it is.
    let verbose = try repository.attempt(["commit", "--verbose", "--edit", "-m", "clean"])
    #expect(verbose.status == 0, "\(verbose.errors)")
  }

  /// Breaks when the shim does not find the program, or swallows its status.
  @Test func theInstalledShimStopsACommit() throws {
    let repository = try GitRepository()
    #expect(try repository.stanch().run("hook", "install", "--quiet").status == 0)
    try repository.stage("a.txt", token.line)
    let stopped = try repository.attempt(["commit", "-m", "change"])
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("1 secret staged in 1 file"), "\(stopped.errors)")
    try repository.stage("a.txt", "clean\n")
    #expect(try repository.attempt(["commit", "-m", "change"]).status == 0)
  }

  /// Breaks when a shim without its program lets commits through.
  @Test func aShimWithoutItsProgramStopsACommit() throws {
    let repository = try GitRepository()
    let copy = repository.scratch.path + "/stanch"
    try repository.shell("cp '\(StanchProgram.path)' '\(copy)'")
    let installed = try ChildProcess(repository.scratch, in: repository.root).run(copy, ["hook", "install"])
    #expect(installed.status == 0, "\(installed.errors)")
    try repository.shell("rm '\(copy)'")
    try repository.stage("a.txt", "clean\n")
    let stopped = try repository.attempt(["commit", "-m", "change"])
    #expect(stopped.status != 0)
    #expect(stopped.errors.contains("was not found: nothing is committed"))
  }
}
