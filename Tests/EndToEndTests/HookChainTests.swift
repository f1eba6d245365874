import Testing

/// `stanch hook install --chain`: a hook that was there before runs first.
@Suite struct HookChainTests {
  /// What the earlier hook writes into: one line a run.
  private static let record = "printf '%s\\n' \"$# $*\" >>\"$(git rev-parse --show-toplevel)/../runs\""

  /// A repository with an earlier hook of these lines, kept by `--chain`.
  private func repository(_ line: String, of hook: String = "pre-commit") throws -> HookedRepository {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook(hook, HookChainTests.record, line)
    let earlier = try hooked.text(of: hook)
    let ending = try hooked.stanch("install", "--chain", hook)
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.errors.contains("the hook that was there runs first, from \(hooked.path(of: hook)).before-stanch"))
    #expect(try hooked.text(of: hook + ".before-stanch") == earlier)
    return hooked
  }

  private func runs(_ hooked: HookedRepository) throws -> [String] {
    let root = GitRepository(at: hooked.repository.scratch.path, in: hooked.repository.scratch)
    guard root.exists("runs") else { return [] }
    return String(decoding: try root.bytes(of: "runs"), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Breaks when the scan does not follow the earlier hook, or the earlier hook does not run.
  @Test func itsSuccessLeadsToTheScan() throws {
    let hooked = try repository("exit 0")
    try hooked.expectThatCommitsAreScanned()
    #expect(try runs(hooked).count == 2)
  }

  @Test func itsFailureStopsTheCommitBeforeTheScan() throws {
    let hooked = try repository("echo 'the earlier hook says no' >&2; exit 7")
    try hooked.repository.stage("a.txt", "clean\n")
    let stopped = try hooked.commit()
    #expect(stopped.status == 1)
    #expect(stopped.errors == "the earlier hook says no\n")
    #expect(try hooked.commitCount() == 0)
  }

  /// Breaks when the shim ends with a status of its own. Git turns any failure into 1, so the hook is run by itself.
  @Test(arguments: [1, 2, 7, 130]) func itsFailureKeepsItsStatus(_ status: Int32) throws {
    let hooked = try repository("exit \(status)")
    #expect(try hooked.repository.attempt(["hook", "run", "pre-commit"]).status == status)
  }

  /// Breaks when a hook ended by a signal counts as passed.
  @Test func itsDeathStopsTheCommit() throws {
    let hooked = try repository("kill -KILL $$")
    try hooked.repository.stage("a.txt", "clean\n")
    #expect(try hooked.commit().status == 1)
    #expect(try hooked.commitCount() == 0)
  }

  /// Breaks when arguments are left out or split.
  @Test func itSeesItsArguments() throws {
    let hooked = try repository("grep -q change \"$1\"", of: "commit-msg")
    #expect(try hooked.commit("--allow-empty").status == 0)
    #expect(try runs(hooked) == ["1 .git/COMMIT_EDITMSG"])
    let direct = try hooked.repository.attempt(["hook", "run", "commit-msg", "--", "a b", "c"])
    #expect(direct.status == 2)
    #expect(try runs(hooked).last == "2 a b c")
  }

  /// Breaks when the earlier hook's changes of the index are not what is scanned.
  @Test func whatItStagesIsScanned() throws {
    let hooked = try repository("git add late.txt")
    let token = FakeSecret.gitHubToken()
    try hooked.repository.write("late.txt", token.line)
    let stopped = try hooked.commit("--allow-empty")
    #expect(stopped.status == 1 && stopped.errors.contains("1 secret staged in 1 file"), "\(stopped.errors)")
  }

  /// Git passes a hook by that is not executable, and so does the shim.
  @Test func aHookThatIsNotExecutableStaysOff() throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook("pre-commit", "exit 1")
    try hooked.repository.shell("chmod 644 .git/hooks/pre-commit")
    try hooked.install("--chain")
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when the earlier hook is moved away only to be lost, or overwrites one that was kept before.
  @Test func twoEarlierHooksAreRefused() throws {
    let hooked = try HookedRepository()
    try hooked.writeForeignHook("pre-commit", "exit 3")
    try hooked.writeForeignHook("pre-commit.before-stanch", "exit 4")
    let (hook, earlier) = (try hooked.text(), try hooked.text(of: "pre-commit.before-stanch"))
    let refused = try hooked.stanch("install", "--chain")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("error: \(hooked.path()).before-stanch: is there already"), "\(refused.errors)")
    #expect(refused.errors.contains("\n\nhint: "))
    #expect(try hooked.text() == hook)
    #expect(try hooked.text(of: "pre-commit.before-stanch") == earlier)
  }

  @Test func installingTwiceKeepsTheEarlierHook() throws {
    let hooked = try repository("exit 0")
    try hooked.install("--chain")
    try hooked.install()
    try hooked.expectThatCommitsAreScanned()
    #expect(try runs(hooked).count == 2)
  }

  /// Breaks when what the shim without its program advises takes the earlier hook out of use.
  @Test func theWayOutKeepsTheEarlierHook() throws {
    let hooked = try repository("exit 0")
    let earlier = try hooked.text(of: "pre-commit.before-stanch")
    try hooked.repository.shell("sed -i 's,^program=.*,program=/gone,' .git/hooks/pre-commit")
    let stopped = try hooked.commit("--allow-empty")
    #expect(stopped.status == 1)
    let advice = stopped.errors.split(separator: "\n").last?.split(separator: ": ").last
    try hooked.repository.shell(String(try #require(advice)))
    #expect(try hooked.text() == earlier)
    #expect(!hooked.exists("pre-commit.before-stanch"))
    #expect(try hooked.commit("--allow-empty").status == 0)
  }
}
