import FoundationEssentials
import Testing

/// Where `stanch hook` looks for hooks: the folder that git runs them from, and no other.
@Suite struct HookFolderTests {
  @Test func anAbsoluteHooksPathIsUsed() throws {
    let hooked = try HookedRepository()
    let folder = hooked.repository.scratch.path + "/my hooks"
    try hooked.repository.git("config", "core.hooksPath", folder)
    try hooked.install()
    #expect(try hooked.mode(of: folder + "/pre-commit") == "-rwxr-xr-x")
    #expect(!hooked.exists())
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when a relative path is taken from the current folder: git takes it from where it runs hooks, the root.
  @Test(arguments: ["", "/folder", "/folder/deep"])
  func aRelativeHooksPathIsTakenFromTheRoot(_ folder: String) throws {
    let hooked = try HookedRepository()
    try hooked.repository.write("folder/deep/a.txt", "a\n")
    try hooked.repository.git("config", "core.hooksPath", ".githooks")
    let ending = try hooked.stanch("install", in: hooked.repository.root + folder)
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(hooked.repository.exists(".githooks/pre-commit"))
    try hooked.expectThatCommitsAreScanned()
  }

  @Test func theFoldersAboveTheHooksAreMade() throws {
    let hooked = try HookedRepository()
    try hooked.repository.git("config", "core.hooksPath", "tools/git/hooks")
    try hooked.install()
    try hooked.expectThatCommitsAreScanned()
  }

  /// Breaks when the settings of one working tree are not asked for.
  @Test func aHooksPathOfOneWorkingTreeIsUsedThere() throws {
    let hooked = try HookedRepository()
    try hooked.repository.commit("a.txt", "a\n")
    try hooked.repository.git("config", "extensions.worktreeConfig", "true")
    try hooked.repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked")
    let linked = HookedRepository(hooked.repository.sibling("linked"))
    let folder = hooked.repository.scratch.path + "/linked-hooks"
    try linked.repository.git("config", "--worktree", "core.hooksPath", folder)
    try linked.install()
    #expect(FileManager.default.fileExists(atPath: folder + "/pre-commit"))
    #expect(!hooked.exists())
    try linked.expectThatCommitsAreScanned()
    #expect(try linked.stanch("status").text.contains("hooks folder: \(folder) (core.hooksPath, worktree)\n"))
    #expect(try hooked.stanch("status").status == 1)
  }

  /// Breaks when one repository's wish changes every repository of the user.
  @Test func aHooksPathOfTheUserIsRefused() throws {
    let (hooked, folder, user) = try repositoryOfAUserWithHooks()
    let refused = try hooked.stanch("install", environment: user)
    #expect(refused.status == 2)
    #expect(
      refused.errors.contains("core.hooksPath is \(folder), set by the global configuration"), "\(refused.errors)")
    #expect(refused.errors.contains("\n\nhint: ") && refused.errors.contains("--shared"))
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(!hooked.exists())
  }

  @Test func aHooksPathOfTheUserIsUsedWhenSharedIsAskedFor() throws {
    let (hooked, folder, user) = try repositoryOfAUserWithHooks()
    let installed = try hooked.stanch("install", "--shared", environment: user)
    #expect(installed.status == 0, "\(installed.errors)")
    #expect(try hooked.mode(of: folder + "/pre-commit") == "-rwxr-xr-x")
    try hooked.expectThatCommitsAreScanned(environment: user)
    let other = hooked.repository.sibling("other")
    try hooked.repository.git("init", "--quiet", "--initial-branch=main", other.root)
    try HookedRepository(other).expectThatCommitsAreScanned(environment: user)
    #expect(try hooked.stanch("status", environment: user).text.contains("\(folder) (core.hooksPath, global)\n"))
    #expect(try hooked.stanch("uninstall", environment: user).status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder + "/pre-commit"))
  }

  /// Breaks when the user's setting is looked at though the repository has one of its own.
  @Test func aHooksPathOfTheRepositoryWinsOverTheUsers() throws {
    let (hooked, folder, user) = try repositoryOfAUserWithHooks()
    try hooked.repository.git("config", "core.hooksPath", ".githooks")
    #expect(try hooked.stanch("install", environment: user).status == 0)
    #expect(hooked.repository.exists(".githooks/pre-commit"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  /// A repository, the user's own hooks folder, which is not there yet, and the environment of that user.
  private func repositoryOfAUserWithHooks() throws -> (HookedRepository, String, [String: String]) {
    let hooked = try HookedRepository()
    let home = hooked.repository.scratch.path + "/home"
    try Data("[core]\n\thooksPath = ~/hooks\n".utf8).write(to: URL(filePath: home + "/.gitconfig"))
    return (hooked, home + "/hooks", ["GIT_CONFIG_GLOBAL": home + "/.gitconfig"])
  }

  /// Breaks when hooks are put where git does not look: in the folder of the one working tree.
  @Test func linkedWorkingTreesShareTheirHooks() throws {
    let hooked = try HookedRepository()
    try hooked.repository.commit("a.txt", "a\n")
    try hooked.repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked")
    let linked = HookedRepository(hooked.repository.sibling("linked"))
    let ending = try linked.stanch("install")
    #expect(ending.errors == "stanch: installed \(hooked.path())\n")
    try linked.expectThatCommitsAreScanned()
    try hooked.expectThatCommitsAreScanned()
    #expect(try linked.stanch("status").status == 0)
    #expect(try linked.stanch("uninstall").status == 0)
    #expect(!hooked.exists())
  }

  /// Breaks when the hooks of a submodule are looked for in its `.git`, which is a file.
  @Test func aSubmoduleHasHooksOfItsOwn() throws {
    let library = try GitRepository(named: "library")
    try library.commit("a.txt", "a\n")
    let outer = try GitRepository(in: library.scratch)
    try outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.root, "inner")
    let inner = HookedRepository(outer.sibling("repository/inner"))
    let ending = try inner.stanch("install")
    #expect(ending.errors == "stanch: installed \(outer.root)/.git/modules/inner/hooks/pre-commit\n")
    try inner.expectThatCommitsAreScanned()
    #expect(try HookedRepository(outer).stanch("status").status == 1)
  }

  @Test func aSubFolderMeansItsRepository() throws {
    let hooked = try HookedRepository()
    try hooked.repository.write("folder/deep/a.txt", "a\n")
    let inside = hooked.repository.root + "/folder/deep"
    let ending = try hooked.stanch("install", in: inside)
    #expect(ending.errors == "stanch: installed \(hooked.path())\n")
    #expect(try hooked.stanch("status", in: inside).status == 0)
    try hooked.expectThatCommitsAreScanned()
    #expect(try hooked.stanch("uninstall", in: inside).status == 0)
    #expect(!hooked.exists())
  }

  /// Breaks when -C is obeyed by some of these commands only.
  @Test(arguments: ["repository", "repository/folder"]) func anotherFolderMayBeNamed(_ folder: String) throws {
    let hooked = try HookedRepository()
    try hooked.repository.write("folder/a.txt", "a\n")
    let outside = hooked.repository.scratch.path
    #expect(try hooked.stanch("install", "-C", folder, in: outside).status == 0)
    #expect(hooked.exists())
    #expect(try hooked.stanch("status", "-C", folder, in: outside).status == 0)
    #expect(try hooked.stanch("uninstall", "-C", folder, in: outside).status == 0)
    #expect(!hooked.exists())
  }

  @Test(arguments: ["install", "status", "uninstall"]) func outsideARepositoryIsAnError(_ command: String) throws {
    let hooked = try HookedRepository()
    let ending = try hooked.stanch(command, in: hooked.repository.scratch.path)
    #expect(ending.status == 2 && ending.output.isEmpty)
    #expect(ending.errors.hasPrefix("error: ") && ending.errors.contains("not a git repository"), "\(ending.errors)")
    #expect(ending.errors.contains("\n\nhint: run this inside a repository, or name one with -C\n"))
  }

  @Test func aHookThatRunsOutsideARepositoryIsAnError() throws {
    let hooked = try HookedRepository()
    for arguments in [["pre-commit"], ["commit-msg", "/dev/null"]] {
      let ending = try ChildProcess(hooked.repository.scratch, in: hooked.repository.scratch.path)
        .run(hooked.program, ["hook", "run"] + arguments)
      #expect(ending.status == 2 && ending.errors.contains("\n\nhint: "), "\(arguments): \(ending.errors)")
    }
  }

  /// Breaks when the hint sends a user away who is inside a repository already.
  @Test func aRepositoryOfAnotherOwnerGetsAHintThatHelps() throws {
    let hooked = try HookedRepository()
    // Git's own way to try this without a second user.
    let ending = try hooked.stanch("install", environment: ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"])
    #expect(ending.status == 2 && ending.errors.contains("dubious ownership"), "\(ending.errors)")
    #expect(!hooked.exists())
    #expect(ending.errors.contains("\n\nhint: ") && ending.errors.contains("safe.directory"), "\(ending.errors)")
    #expect(!ending.errors.contains("fatal: ") && !ending.errors.contains("inside a repository"))
  }
}
