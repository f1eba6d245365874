import Testing

/// `stanch hook install` in a plain repository, and beside hooks that are there already.
@Suite struct HookInstallTests {
  @Test func commitsAreScannedOnceTheHookIsInstalled() throws {
    let hooked = try HookedRepository()
    let ending = try hooked.stanch("install")
    #expect(ending.status == 0 && ending.output.isEmpty)
    #expect(ending.errors == "stanch: installed \(hooked.path())\n")
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when git passes the hook by, or the shim leaves finding the program to PATH.
  @Test func theHookIsExecutableAndNamesTheProgram() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    #expect(try hooked.mode(of: hooked.path()) == "-rwxr-xr-x")
    #expect(try hooked.text().contains("\nprogram=\(StanchProgram.path)\n"))
    #expect(!hooked.exists("commit-msg"))
  }

  /// Breaks when the permissions are left to the user's umask.
  @Test(arguments: ["077", "000"]) func theHookHasTheSameModeUnderEveryUmask(_ mask: String) throws {
    let hooked = try HookedRepository()
    try hooked.repository.shell("umask \(mask); '\(hooked.program)' hook install --quiet")
    #expect(try hooked.mode(of: hooked.path()) == "-rwxr-xr-x")
  }

  /// Breaks when a second installation fails, piles up, or takes its own hook for another's.
  @Test(arguments: [[], ["--chain"]]) func installingTwiceChangesNothing(_ options: [String]) throws {
    let hooked = try HookedRepository()
    try hooked.install()
    let first = try hooked.text()
    let second = try ChildProcess(hooked.repository.scratch, in: hooked.repository.root)
      .run(hooked.program, ["hook", "install"] + options)
    #expect(second.status == 0, "\(second.errors)")
    #expect(second.errors.contains("it was there already"))
    #expect(try hooked.text() == first)
    #expect(!hooked.exists("pre-commit.before-stanch"))
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when an installation leaves an earlier program, or a hook that is not executable.
  @Test func installingAgainMendsTheHook() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    let text = try hooked.text()
    try hooked.repository.shell(
      "chmod 644 '\(hooked.path())'; sed -i 's,^program=.*,program=/gone,' '\(hooked.path())'")
    try hooked.install()
    #expect(try hooked.text() == text)
    #expect(try hooked.mode(of: hooked.path()) == "-rwxr-xr-x")
  }

  @Test func bothHooksAreInstalledByOneCall() throws {
    let hooked = try HookedRepository()
    try hooked.install("pre-commit", "commit-msg")
    #expect(try hooked.mode(of: hooked.path(of: "commit-msg")) == "-rwxr-xr-x")
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when the hooks folder, which a template may leave out, has to be there.
  @Test func theHooksFolderIsMade() throws {
    let hooked = try HookedRepository()
    try hooked.repository.remove(".git/hooks")
    try hooked.install()
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when another hook is overwritten.
  @Test(arguments: ["pre-commit", "commit-msg"]) func anotherHookIsLeftAlone(_ hook: String) throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook(hook, "exit 3")
    let before = try hooked.text(of: hook)
    let refused = try hooked.stanch("install", hook)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("error: \(hooked.path(of: hook)): another hook is there"), "\(refused.errors)")
    #expect(refused.errors.contains("hint: ") && refused.errors.contains("--chain"))
    #expect(try hooked.text(of: hook) == before)
    #expect(!hooked.exists(hook + ".before-stanch"))
  }

  /// Breaks when a hook of that name in some other form is taken for none.
  @Test(arguments: ["mkdir", "touch"]) func whateverStandsThereIsLeftAlone(_ maker: String) throws {
    let hooked = try HookedRepository()
    try hooked.repository.shell("mkdir -p .git/hooks; \(maker) .git/hooks/pre-commit")
    let mode = try hooked.mode(of: hooked.path())
    let refused = try hooked.stanch("install")
    #expect(refused.status == 2 && refused.errors.contains(hooked.path()), "\(refused.errors)")
    #expect(try hooked.mode(of: hooked.path()) == mode)
  }

  /// Breaks when a link is written through: what it leads to may be a file of the repository.
  @Test(arguments: ["script", "nothing"]) func aLinkIsLeftAlone(_ target: String) throws {
    let hooked = try HookedRepository()
    try hooked.repository.write("script", "#!/bin/sh\n")
    try hooked.repository.shell("mkdir -p .git/hooks; ln -s ../../\(target) .git/hooks/pre-commit")
    let refused = try hooked.stanch("install")
    #expect(refused.status == 2 && refused.errors.contains(hooked.path()), "\(refused.errors)")
    #expect(try hooked.mode(of: hooked.path()).hasPrefix("l"))
    #expect(try hooked.repository.bytes(of: "script") == Array("#!/bin/sh\n".utf8))
    #expect(!hooked.repository.exists("nothing"))
  }

  /// Breaks when the hooks before the one that is refused are installed.
  @Test func nothingIsInstalledWhereOneOfTheHooksIsAnothers() throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook("commit-msg", "exit 3")
    #expect(try hooked.stanch("install", "pre-commit", "commit-msg").status == 2)
    #expect(!hooked.exists())
  }

  /// Breaks when a shim that somebody edited is taken for an untouched one.
  @Test func whatAUserAddedToTheHookIsNotOverwritten() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    let untouched = try hooked.text()
    try hooked.repository.shell("sed -i '2i true || exit' .git/hooks/pre-commit")
    let edited = try hooked.text()
    for options in [[], ["--chain"]] {
      let refused = try hooked.repository.stanch().run(["hook", "install"] + options)
      #expect(refused.status == 2 && refused.errors.contains(hooked.path()), "\(refused.errors)")
      #expect(refused.errors.contains("\n\nhint: ") && refused.errors.contains("--force"))
      #expect(try hooked.text() == edited)
    }
    try hooked.expectThatCommitsAreScanned()
    try hooked.install("--force")
    #expect(try hooked.text() == untouched)
  }

  /// Breaks when force goes further than stanch's own hooks.
  @Test func forceDoesNotOverwriteAnothersHook() throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook("pre-commit", "exit 3")
    #expect(try hooked.stanch("install", "--force").status == 2)
    #expect(try hooked.text() == "#!/bin/sh\nexit 3\n")
  }

  /// Git's own choice, which no hook can change.
  @Test func noVerifyPassesEveryHook() throws {
    let hooked = try HookedRepository()
    try hooked.install("pre-commit", "commit-msg")
    try hooked.repository.stage("a.txt", FakeSecret.gitHubToken().line)
    let ending = try hooked.commit("--no-verify")
    #expect(ending.status == 0 && !ending.errors.contains("stanch"))
    #expect(try hooked.commitCount() == 1)
  }
}
