import Testing

/// `stanch hook uninstall`: what was there before is there again.
@Suite struct HookUninstallTests {
  /// Every file of the hooks folder: mode, name, target of a link, and a digest of what it holds.
  private func hooksFolder(_ hooked: HookedRepository) throws -> String {
    let script = "cd .git/hooks && for f in *; do stat -c '%A %N' \"$f\"; sha256sum <\"$f\"; done"
    return try ChildProcess(hooked.repository.scratch, in: hooked.repository.root).run("sh", ["-c", script]).text
  }

  @Test func itLeavesNothingBehind() throws {
    let hooked = try HookedRepository()
    let before = try hooksFolder(hooked)
    try hooked.install("pre-commit", "commit-msg")
    #expect(try hooksFolder(hooked) != before)
    let ending = try hooked.stanch("uninstall")
    #expect(ending.status == 0 && ending.output.isEmpty)
    #expect(
      ending.errors == "stanch: removed \(hooked.path())\nstanch: removed \(hooked.path(of: "commit-msg"))\n")
    #expect(try hooksFolder(hooked) == before)
    try hooked.repository.stage("a.txt", FakeSecret.gitHubToken().line)
    #expect(try hooked.commit().status == 0)
  }

  /// Breaks when a kept hook loses a byte, its mode, or that it is a link.
  @Test(arguments: ["chmod 755 pre-commit", "chmod 711 pre-commit", "mv pre-commit real; ln -s real pre-commit"])
  func itPutsTheEarlierHookBack(_ change: String) throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook("pre-commit", "# no newline follows: \\0 \u{E9}", "exit 3")
    try hooked.repository.shell("cd .git/hooks; printf '# \\377' >>pre-commit; \(change)")
    let before = try hooksFolder(hooked)
    try hooked.install("--chain")
    try hooked.install("--chain")
    let ending = try hooked.stanch("uninstall")
    #expect(ending.status == 0)
    #expect(ending.errors.contains("put back the one that was there before"), "\(ending.errors)")
    #expect(try hooksFolder(hooked) == before)
  }

  @Test func itSaysWhenThereIsNothing() throws {
    let hooked = try HookedRepository()
    let ending = try hooked.stanch("uninstall")
    #expect(ending.status == 0)
    #expect(ending.errors == "stanch: no hook of stanch's is in \(hooked.repository.root)/.git/hooks\n")
  }

  @Test func itLeavesAnothersHookAlone() throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook("pre-commit", "exit 3")
    try hooked.install("commit-msg")
    let ending = try hooked.stanch("uninstall")
    #expect(ending.errors == "stanch: removed \(hooked.path(of: "commit-msg"))\n")
    #expect(try hooked.text() == "#!/bin/sh\nexit 3\n")
  }

  /// Breaks when what somebody added to the shim is thrown away, or there is no way out.
  @Test func itLeavesAnEditedHookAlone() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    try hooked.repository.shell("sed -i '2i true' .git/hooks/pre-commit")
    let edited = try hooked.text()
    let refused = try hooked.stanch("uninstall")
    #expect(refused.status == 2 && refused.errors.contains("error: \(hooked.path()): "), "\(refused.errors)")
    #expect(refused.errors.contains("\n\nhint: ") && refused.errors.contains("--force"))
    #expect(try hooked.text() == edited)
    #expect(try hooked.stanch("uninstall", "--force").status == 0)
    #expect(!hooked.exists())
  }

  /// Breaks when force goes further than stanch's own hooks.
  @Test func forceLeavesAnothersHookAlone() throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook("pre-commit", "exit 3")
    #expect(try hooked.stanch("uninstall", "--force").status == 0)
    #expect(try hooked.text() == "#!/bin/sh\nexit 3\n")
  }

  @Test func itIsQuietWhenAsked() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    let ending = try hooked.stanch("uninstall", "-q")
    #expect(ending.status == 0 && ending.errors.isEmpty && ending.output.isEmpty)
    #expect(!hooked.exists())
  }

  /// Breaks when a hook whose program is gone can no longer be taken away.
  @Test func itTakesAwayAHookWithoutItsProgram() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    try hooked.repository.shell("sed -i 's,^program=.*,program=/gone,' .git/hooks/pre-commit")
    #expect(try hooked.stanch("uninstall").status == 0)
    #expect(!hooked.exists())
  }
}
