import Testing

/// The commit-msg hook under real commits: what git would keep of a message is scanned.
@Suite struct HookCommitMessageTests {
  private let token = FakeSecret.gitHubToken()

  private static let scissors = " ------------------------ >8 ------------------------\n"

  /// A repository with one commit and the commit-msg hook.
  private func repository(commentCharacter: String? = nil) throws -> HookedRepository {
    let hooked = try HookedRepository()
    try hooked.repository.commit("a.txt", token.line)
    try hooked.install("commit-msg")
    if let commentCharacter { try hooked.repository.git("config", "core.commentChar", commentCharacter) }
    return hooked
  }

  private func expectStopped(
    _ ending: ChildProcess.Ending, _ hooked: HookedRepository, line: Int = 1, commits: Int = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(ending.status == 1, sourceLocation: sourceLocation)
    #expect(
      ending.errors.contains("1 secret in the commit message"), "\(ending.errors)", sourceLocation: sourceLocation)
    #expect(ending.errors.contains("COMMIT_EDITMSG:\(line):"), sourceLocation: sourceLocation)
    #expect(!ending.errors.contains(token.text), sourceLocation: sourceLocation)
    #expect(try hooked.commitCount() == commits, sourceLocation: sourceLocation)
  }

  @Test(arguments: [[], ["--amend"], ["--cleanup=verbatim"], ["--quiet"], ["--verbose"]])
  func aSecretInTheMessageStopsTheCommit(_ options: [String]) throws {
    let hooked = try repository()
    let ending = try hooked.repository.attempt(["commit", "--allow-empty", "-m", "uses \(token.text)"] + options)
    try expectStopped(ending, hooked)
  }

  @Test func aCleanMessageGoesThrough() throws {
    let hooked = try repository()
    let ending = try hooked.commit("--allow-empty")
    #expect(ending.status == 0 && ending.errors.contains("no secrets found in 1 file"), "\(ending.errors)")
    #expect(try hooked.commitCount() == 2)
  }

  @Test func laterParagraphsAndTrailersAreScanned() throws {
    let hooked = try repository()
    let body = try hooked.repository.attempt(["commit", "--allow-empty", "-m", "change", "-m", "see \(token.text)"])
    try expectStopped(body, hooked, line: 3)
    let trailer = try hooked.commit("--allow-empty", "--trailer", "Token: \(token.text)")
    try expectStopped(trailer, hooked, line: 3)
  }

  @Test func aMessageFromAFileIsScanned() throws {
    let hooked = try repository()
    try hooked.repository.write("message", "change\n\nIt uses\n\(token.line)")
    let ending = try hooked.repository.attempt(["commit", "--allow-empty", "-F", "message"])
    try expectStopped(ending, hooked, line: 4)
    let piped = try hooked.repository.attempt(
      ["commit", "--allow-empty", "-F", "-"], input: Array("change \(token.text)".utf8))
    try expectStopped(piped, hooked)
  }

  @Test func aMessageFromTheEditorIsScanned() throws {
    let hooked = try repository()
    let editor = ["GIT_EDITOR": "sed -i '1s/^/change \(token.text)/'"]
    for options in [[], ["--verbose"]] {
      let ending = try hooked.repository.attempt(["commit", "--allow-empty"] + options, environment: editor)
      try expectStopped(ending, hooked)
    }
  }

  /// Breaks when the diff that `--verbose` shows below the scissors is scanned: it holds the secret that goes.
  @Test(arguments: ["#", ";", "%", "auto"])
  func removingASecretUnderVerboseGoesThrough(_ commentCharacter: String) throws {
    let hooked = try repository(commentCharacter: commentCharacter)
    try hooked.repository.stage("a.txt", "clean\n")
    // The editor keeps a copy of what it was shown.
    try hooked.repository.shell("mkdir ../shown")
    let editor = ["GIT_EDITOR": "cp -t ../shown"]
    let ending = try hooked.repository.attempt(["commit", "--verbose", "--edit", "-m", "clean"], environment: editor)
    #expect(ending.status == 0, "\(ending.errors)")
    let shown = try hooked.repository.sibling("shown").bytes(of: "COMMIT_EDITMSG")
    #expect(String(decoding: shown, as: UTF8.self).contains("\n-\(token.text)"))
    #expect(try hooked.commitCount() == 2)
  }

  /// Breaks when the message is cut at the first line that merely looks like the scissors.
  @Test(arguments: ["", "##", " #", "#\t"]) func whatOnlyLooksLikeScissorsCutsNothing(_ start: String) throws {
    let hooked = try repository()
    try hooked.repository.write("message", "change\n\(start)\(HookCommitMessageTests.scissors)\(token.line)")
    let ending = try hooked.repository.attempt(["commit", "--allow-empty", "-F", "message"])
    try expectStopped(ending, hooked, line: 3)
  }

  /// Breaks when a line of scissors hides what git keeps: without an editor git writes none, and cuts nothing off.
  @Test(arguments: ["", "# comment\n", "diff --git a/a b/a\n"])
  func scissorsThatGitDoesNotHeedHideNothing(_ below: String) throws {
    let hooked = try repository()
    let scissors = HookCommitMessageTests.scissors
    try hooked.repository.write("message", "change\n#\(scissors)\(below)\(token.line)")
    let ending = try hooked.repository.attempt(["commit", "--allow-empty", "-F", "message"])
    try expectStopped(ending, hooked, line: below.isEmpty ? 3 : 4)
  }

  /// Breaks when the user's own line of scissors counts as git's.
  @Test func scissorsInAnEditedMessageHideNothing() throws {
    let hooked = try repository()
    try hooked.repository.write("message", "change\n#\(HookCommitMessageTests.scissors)\(token.line)")
    let editor = ["GIT_EDITOR": "cp '\(hooked.repository.root)/message'"]
    let ending = try hooked.repository.attempt(["commit", "--allow-empty"], environment: editor)
    try expectStopped(ending, hooked, line: 3)
  }

  @Test func theMessageOfAMergeIsScanned() throws {
    let hooked = try repository()
    let repository = hooked.repository
    try repository.git("checkout", "--quiet", "-b", "side")
    try repository.commit("side.txt", "side\n")
    try repository.git("checkout", "--quiet", "main")
    try repository.commit("main.txt", "main\n")
    try expectStopped(try repository.attempt(["merge", "side", "-m", "merges \(token.text)"]), hooked, commits: 3)
    // What git leaves to be committed by hand is scanned too.
    try expectStopped(try repository.attempt(["commit", "--no-edit"]), hooked, commits: 3)
    #expect(try repository.attempt(["commit", "-m", "merges side"]).status == 0)
    #expect(try hooked.commitCount() == 4)
  }

  /// Breaks when git's own name for the file, relative to the root or absolute, is taken from another folder.
  @Test func commitsFromSubFoldersAndLinkedWorkingTreesAreScanned() throws {
    let hooked = try repository()
    try hooked.repository.commit("folder/b.txt", "b\n")
    try hooked.repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked")
    for place in ["repository/folder", "linked"] {
      let ending = try hooked.repository.sibling(place).attempt(["commit", "--allow-empty", "-m", token.text])
      try expectStopped(ending, hooked, commits: 2)
    }
  }

  /// Breaks when comment lines pass: whether git drops them is a matter of settings.
  @Test func commentLinesAreScanned() throws {
    let hooked = try repository(commentCharacter: ";")
    let ending = try hooked.repository.attempt(["commit", "--allow-empty", "-m", "change", "-m", "; \(token.text)"])
    try expectStopped(ending, hooked, line: 3)
  }

  @Test func aSecretInTheFilesIsNotThisHooksMatter() throws {
    let hooked = try repository()
    try hooked.repository.stage("b.txt", FakeSecret.slackBotToken().line)
    #expect(try hooked.commit().status == 0)
  }

  /// Breaks when a message that cannot be read counts as clean.
  @Test(arguments: ["missing", "."]) func aMessageThatCannotBeReadIsAnError(_ file: String) throws {
    let hooked = try repository()
    let ending = try hooked.stanch("run", "commit-msg", file)
    #expect(ending.status == 2 && ending.errors.contains("error: \(file): "), "\(ending.errors)")
  }
}
