import Testing

/// Which program the installed hook runs, and what happens where there is none: nothing is committed.
@Suite struct HookProgramTests {
  /// Breaks when the hook needs stanch on PATH, or anything else of the user's environment.
  @Test func theHookNeedsNothingOfTheEnvironment() throws {
    let hooked = try HookedRepository()
    try hooked.install("pre-commit", "commit-msg")
    let minimal = "env -i PATH=/usr/bin:/bin HOME=../home git -c user.name=Ada -c user.email=ada@example.org"
    try hooked.repository.stage("a.txt", FakeSecret.gitHubToken().line)
    try hooked.repository.shell("! \(minimal) commit --quiet -m change 2>../errors")
    try hooked.repository.shell("grep -q '1 secret staged in 1 file' ../errors")
    #expect(try hooked.commitCount() == 0)
    try hooked.repository.stage("a.txt", "clean\n")
    try hooked.repository.shell("\(minimal) commit --quiet -m change")
    #expect(try hooked.commitCount() == 1)
  }

  @Test(arguments: [
    "a folder/stanch", "it's/stanch", "\"quoted\"/stanch", "$HOME `id` $(id)/stanch", "back\\slash/stanch",
    "-dash/sta*nch?", "tilde~#;&|<>/stanch", "\u{E9}\u{4E2D}/stanch",
  ])
  func everyPathOfTheProgramWorks(_ path: String) throws {
    let hooked = try HookedRepository(programAt: path)
    try hooked.install()
    let status = try hooked.stanch("status")
    #expect(status.status == 0, "\(status.text)")
    #expect(status.text.contains("installed, runs \(hooked.program)"), "\(status.text)")
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when a link that a package manager moves is not followed to the program it means now.
  @Test func aLinkToTheProgramIsResolved() throws {
    let hooked = try HookedRepository(programAt: "versions/1/stanch")
    try hooked.repository.shell("ln -s versions/1/stanch ../stanch")
    let linked = HookedRepository(hooked.repository, program: hooked.repository.scratch.path + "/stanch")
    try linked.install()
    #expect(try hooked.text().contains("\nprogram=\(hooked.program)\n"))
  }

  /// Breaks when a hook that cannot scan lets a commit through.
  @Test(arguments: ["pre-commit", "commit-msg"], ["rm", "chmod -x"])
  func withoutItsProgramNothingIsCommitted(_ hook: String, _ loss: String) throws {
    let hooked = try HookedRepository(programAt: "bin/stanch")
    try hooked.install(hook)
    try hooked.repository.shell("\(loss) '\(hooked.program)'")
    try hooked.repository.stage("a.txt", "clean\n")
    for path in ["/usr/bin:/bin", "/usr/local/bin:/usr/bin:/bin"] {
      let stopped = try hooked.commit(environment: ["PATH": path])
      #expect(stopped.status == 1)
      #expect(
        stopped.errors == """
          error: stanch, which scans commits for secrets, was not found: nothing is committed
          hint: install it again, or take this hook away: rm '.git/hooks/\(hook)'

          """)
    }
    #expect(try hooked.commitCount() == 0)
  }

  /// What the hint says is enough.
  @Test func takingTheHookAwayLetsCommitsThrough() throws {
    let hooked = try HookedRepository(programAt: "bin/stanch")
    try hooked.install()
    try hooked.repository.shell("rm '\(hooked.program)' '.git/hooks/pre-commit'")
    #expect(try hooked.commit("--allow-empty").status == 0)
  }

  @Test func theProgramOnPathServesWhereTheOtherIsGone() throws {
    let hooked = try HookedRepository(programAt: "bin/stanch")
    try hooked.install()
    try hooked.repository.shell("mkdir ../elsewhere; mv ../bin/stanch ../elsewhere/stanch")
    let path = ["PATH": "\(hooked.repository.scratch.path)/elsewhere:/usr/bin:/bin"]
    try hooked.expectThatCommitsAreScanned(environment: path)
  }

  /// Breaks when PATH decides though the program that installed is there.
  @Test func theProgramThatInstalledComesFirst() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    try hooked.repository.shell(
      "mkdir ../decoy; printf '#!/bin/sh\\nexit 0\\n' >../decoy/stanch; chmod +x ../decoy/stanch")
    let path = ["PATH": "\(hooked.repository.scratch.path)/decoy:/usr/bin:/bin"]
    try hooked.expectThatCommitsAreScanned(environment: path)
  }

  /// Breaks when a program that cannot be run, or that dies, counts as one that found nothing.
  @Test(arguments: [
    "rm -f \"$p\"; mkdir \"$p\"", "echo nonsense >\"$p\"", "printf '#!/bin/sh\\nkill -KILL $$\\n' >\"$p\"",
  ])
  func aBrokenProgramStopsTheCommit(_ damage: String) throws {
    let hooked = try HookedRepository(programAt: "bin/stanch")
    try hooked.install()
    try hooked.repository.shell("p='\(hooked.program)'; \(damage)")
    try hooked.repository.stage("a.txt", "clean\n")
    let stopped = try hooked.commit()
    #expect(stopped.status == 1, "\(stopped.errors)")
    #expect(try hooked.commitCount() == 0)
  }

  /// Breaks when what could not be scanned is committed.
  @Test func aScanThatFailsStopsTheCommit() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    try hooked.repository.stage(".stanch.toml", "[[rules]\n")
    let stopped = try hooked.commit()
    #expect(stopped.status == 1 && stopped.errors.contains(".stanch.toml:1"), "\(stopped.errors)")
    #expect(try hooked.commitCount() == 0)
  }
}
