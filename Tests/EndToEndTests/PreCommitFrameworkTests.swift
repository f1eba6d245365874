import Testing

/// stanch as a hook of the `pre-commit` program.
@Suite struct PreCommitFrameworkTests {
  private let token = FakeSecret.gitHubToken()

  private func installed(_ hooks: [String] = ["stanch"], onPath: Bool = true) throws -> PreCommitFramework {
    let framework = try PreCommitFramework(hooks, onPath: onPath)
    try framework.install()
    return framework
  }

  private func expectStopped(
    _ ending: ChildProcess.Ending, _ framework: PreCommitFramework, says: String = "1 secret staged in 1 file",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(ending.status == 1, sourceLocation: sourceLocation)
    #expect(ending.errors.contains(says), "\(ending.errors)", sourceLocation: sourceLocation)
    #expect(!ending.errors.contains(token.text), sourceLocation: sourceLocation)
    #expect(try framework.repository.git("rev-list", "--all", "--count") == "1", sourceLocation: sourceLocation)
  }

  /// Breaks when `.pre-commit-hooks.yaml` is not valid, names another command, or asks for the network.
  @Test func aStagedSecretStopsTheCommit() throws {
    let framework = try installed()
    try framework.repository.stage("a.txt", token.line)
    try expectStopped(framework.commit(), framework)
    try framework.repository.stage("a.txt", "clean\n")
    let made = try framework.commit()
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.contains("Passed"))
  }

  /// Breaks when the framework's environment hides the temporary index that git made.
  @Test func commitAllIsScanned() throws {
    let framework = try installed()
    try framework.repository.commit("a.txt", "a\n")
    try framework.repository.write("a.txt", token.line)
    let ending = try framework.commit("--all")
    #expect(ending.status == 1 && ending.errors.contains("1 secret staged in 1 file"), "\(ending.errors)")
  }

  /// Breaks when files by their extension or type keep the hook from running.
  @Test(arguments: ["image.png", ".env", "no-extension", "folder/name with spaces"])
  func everyNameIsScanned(_ name: String) throws {
    let framework = try installed()
    try framework.repository.stage(name, token.line)
    try expectStopped(framework.commit(), framework)
  }

  /// Breaks when the working tree is read: the secret there is not to be committed.
  @Test func whatIsNotStagedIsLeftAlone() throws {
    let framework = try installed()
    try framework.repository.stage("a.txt", "clean\n")
    try framework.repository.write("a.txt", token.line)
    #expect(try framework.commit().status == 0)
    #expect(try framework.repository.bytes(of: "a.txt") == Array(token.line.utf8))
  }

  /// The hook scans what is staged, whatever files the framework would hand it: no audit of the repository.
  @Test func allFilesMeansWhatIsStaged() throws {
    let framework = try installed()
    try framework.repository.commit("a.txt", token.line)
    let clean = try framework.run("run", "--all-files")
    #expect(clean.status == 0 && clean.text.contains("Passed"), "\(clean.text)")
    try framework.repository.stage("b.txt", token.line)
    let found = try framework.run("run", "--all-files")
    #expect(found.status == 1 && found.text.contains("1 secret staged in 1 file"), "\(found.text)")
    #expect(!found.text.contains(token.text))
  }

  @Test func withoutTheProgramNothingIsCommitted() throws {
    let framework = try installed(onPath: false)
    try framework.repository.stage("a.txt", "clean\n")
    try expectStopped(framework.commit(), framework, says: "Executable `stanch` not found")
  }

  @Test func aSecretInTheMessageStopsTheCommit() throws {
    let framework = try PreCommitFramework(["stanch", "stanch-commit-msg"])
    try framework.install("--hook-type", "pre-commit", "--hook-type", "commit-msg")
    try framework.repository.stage("a.txt", "clean\n")
    try expectStopped(framework.commit("-m", token.text), framework, says: "1 secret in the commit message")
    let made = try framework.commit()
    #expect(made.status == 0, "\(made.errors)")
  }

  // MARK: Beside our own hook

  @Test func ourOwnHookRunsAfterTheFrameworks() throws {
    let framework = try installed()
    let hooked = HookedRepository(framework.repository)
    let refused = try hooked.stanch("install")
    #expect(refused.status == 2 && refused.errors.contains("another hook is there"), "\(refused.errors)")
    try hooked.install("--chain")
    try framework.repository.stage("a.txt", "clean\n")
    let made = try framework.commit()
    #expect(made.status == 0 && made.errors.contains("Passed"), "\(made.errors)")
    #expect(made.errors.contains("no secrets found in 1 file"))
    #expect(try hooked.stanch("uninstall").status == 0)
    try framework.repository.stage("a.txt", token.line)
    #expect(try framework.commit().status == 1)
  }

  /// Breaks when our hook, renamed and run by the framework, no longer scans.
  @Test func ourOwnHookRunsBeforeTheFrameworks() throws {
    let framework = try PreCommitFramework(["stanch-commit-msg"])
    try HookedRepository(framework.repository).install()
    try framework.install()
    try framework.repository.stage("a.txt", token.line)
    try expectStopped(framework.commit(), framework)
  }

  /// Breaks when our hook looks for the one that it keeps beside the name that it was started under: the framework renames it.
  @Test func theHookThatOursKeepsRunsStillUnderTheFramework() throws {
    let framework = try PreCommitFramework(["stanch-commit-msg"])
    let hooked = HookedRepository(framework.repository)
    try hooked.writeForeignHook("pre-commit", "echo 'the earlier hook says no'; exit 3")
    try hooked.install("--chain")
    try framework.install()
    try framework.repository.stage("a.txt", "clean\n")
    let ending = try framework.commit()
    #expect(ending.status == 1)
    #expect(ending.errors.contains("the earlier hook says no"), "\(ending.errors)")
  }
}
