import Testing

/// `stanch hook status`: whether commits are scanned, in words and by its status.
@Suite struct HookStatusTests {
  /// A state of the hooks, how to get there, and what is said about `pre-commit`.
  struct State: CustomTestStringConvertible {
    let testDescription: String
    let status: Int32
    /// What stands after `pre-commit: `; `PROGRAM` and `HOOK` are the paths of those.
    let says: String
    var arguments: [String] = []
    /// Shell that runs in the hooks folder, before and after the installation.
    var before = ":"
    var after = ":"
  }

  private static let foreign = "printf '#!/bin/sh\\n' >pre-commit; chmod +x pre-commit"

  @Test(arguments: [
    State(testDescription: "installed", status: 0, says: "installed, runs PROGRAM", arguments: ["pre-commit"]),
    State(
      testDescription: "chained", status: 0, says: "installed, runs PROGRAM, after HOOK.before-stanch",
      arguments: ["--chain"], before: foreign),
    State(testDescription: "removed by hand", status: 1, says: "not installed", after: "rm pre-commit"),
    State(testDescription: "only the other hook", status: 1, says: "not installed", arguments: ["commit-msg"]),
    State(
      testDescription: "another hook", status: 1,
      says: "another hook is there, and it is not known whether it runs stanch", arguments: ["commit-msg"],
      before: foreign),
    State(
      testDescription: "not executable", status: 1,
      says: "installed, but git passes it by: it is not executable", after: "chmod -x pre-commit"),
    State(
      testDescription: "without its program", status: 1,
      says: "installed, but /gone/stanch is not there, and PATH has no stanch: every commit is stopped",
      after: "sed -i 's,^program=.*,program=/gone/stanch,' pre-commit"),
    State(
      testDescription: "without any program", status: 1,
      says: "installed, but PATH has no stanch: every commit is stopped",
      after: "sed -i 's,^program=.*,program=,' pre-commit"),
    State(
      testDescription: "edited", status: 0,
      says: "installed, runs PROGRAM, changed by hand or from another version", after: "sed -i '2i true' pre-commit"),
  ])
  func everyStateIsTold(_ state: State) throws {
    let hooked = try HookedRepository()
    try hooked.repository.shell("mkdir -p .git/hooks; cd .git/hooks; \(state.before)")
    let installed = try ChildProcess(hooked.repository.scratch, in: hooked.repository.root)
      .run(hooked.program, ["hook", "install"] + state.arguments)
    #expect(installed.status == 0, "\(installed.errors)")
    try hooked.repository.shell("cd .git/hooks; \(state.after)")
    let ending = try hooked.stanch("status")
    #expect(ending.status == state.status)
    let says = state.says.split(separator: "PROGRAM", omittingEmptySubsequences: false).joined(
      separator: hooked.program
    )
    .split(separator: "HOOK", omittingEmptySubsequences: false).joined(separator: hooked.path())
    #expect(ending.text.contains("\npre-commit: \(says)\n"), "\(ending.text)")
    #expect(ending.text.hasPrefix("hooks folder: \(hooked.repository.root)/.git/hooks\n"))
    #expect(ending.errors.isEmpty)
  }

  @Test func aRepositoryWithoutHooksIsNotScanned() throws {
    let ending = try HookedRepository().stanch("status")
    #expect(ending.status == 1)
    #expect(ending.text.hasSuffix("\npre-commit: not installed\ncommit-msg: not installed\npre-push: not installed\n"))
  }

  /// Breaks when the folder of git's default is looked at though git looks elsewhere.
  @Test func hooksThatGitNoLongerRunsDoNotCount() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    try hooked.repository.git("config", "core.hooksPath", "/dev/null")
    let ending = try hooked.stanch("status")
    #expect(ending.status == 1)
    #expect(ending.text.contains("hooks folder: /dev/null (core.hooksPath, local)\npre-commit: not installed\n"))
  }

  @Test func theAnswerMayGoToAFile() throws {
    let hooked = try HookedRepository()
    try hooked.install()
    let ending = try hooked.stanch("status", "--output", "status.txt")
    #expect(ending.status == 0 && ending.output.isEmpty)
    #expect(String(decoding: try hooked.repository.bytes(of: "status.txt"), as: UTF8.self).contains("installed, runs"))
  }

  /// Breaks when the terminal obeys what a folder's name holds.
  @Test func controlCharactersOfPathsAreEscaped() throws {
    let hooked = try HookedRepository()
    try hooked.repository.git("config", "core.hooksPath", "hooks\u{1B}[31m")
    let ending = try hooked.stanch("status")
    #expect(!ending.text.contains("\u{1B}") && ending.text.contains("hooks"))
  }

  /// Breaks when PATH, where the hook looks too, is not looked at. A shim copied from hooks/ by hand names no program.
  @Test(arguments: ["", "/gone"]) func aHookWhoseProgramIsOnThePathWorks(_ program: String) throws {
    let hooked = try HookedRepository(programAt: "bin/stanch")
    try hooked.install()
    try hooked.repository.shell("sed -i 's,^program=.*,program=\(program),' .git/hooks/pre-commit")
    let path = ["PATH": "\(hooked.repository.scratch.path)/bin:/usr/bin:/bin"]
    try hooked.expectThatCommitsAreScanned(environment: path)
    let ending = try hooked.stanch("status", environment: path)
    #expect(ending.status == 0 && ending.text.contains("installed, runs \(hooked.program)\n"), "\(ending.text)")
  }
}
