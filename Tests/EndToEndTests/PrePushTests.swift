import Testing

/// The pre-push hook, as `stanch hook install` puts it in place and `git push` runs it.
@Suite struct PrePushTests {
  private let token = FakeSecret.gitHubToken()

  /// A repository with a bare remote `origin` that has its first commit, and the hook.
  private func connected(_ format: ObjectFormat = .sha1, hook: String = "pre-push") throws -> GitRepository {
    let repository = try GitRepository(format)
    try repository.git(
      "init", "--quiet", "--bare", "--initial-branch=main", "--object-format=\(format.rawValue)", "../origin.git")
    try repository.git("remote", "add", "origin", "../origin.git")
    try repository.commit("a.txt", "a\n")
    try repository.git("push", "--quiet", "--set-upstream", "origin", "main")
    try HookedRepository(repository).install(hook)
    return repository
  }

  private func push(
    _ repository: GitRepository, _ arguments: String..., to remote: String = "origin"
  ) throws -> ChildProcess.Ending {
    try repository.attempt(["push", "--quiet", remote] + arguments)
  }

  /// The references of the remote, as git lists them.
  private func received(_ repository: GitRepository) throws -> String {
    try repository.sibling("origin.git").git("for-each-ref")
  }

  private func expectStopped(
    _ repository: GitRepository, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try received(repository)
    let ending = try repository.attempt(["push", "--quiet", "origin"] + arguments)
    #expect(ending.status == 1, "\(ending.errors)", sourceLocation: sourceLocation)
    #expect(
      ending.errors.contains("1 secret in the commits that would be pushed"), "\(ending.errors)",
      sourceLocation: sourceLocation)
    #expect(!ending.errors.contains(token.text), sourceLocation: sourceLocation)
    #expect(try received(repository) == before, sourceLocation: sourceLocation)
  }

  private func expectPushed(
    _ repository: GitRepository, _ arguments: String..., says: String = "no secrets found",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let ending = try repository.attempt(["push", "--quiet", "origin"] + arguments)
    #expect(ending.status == 0, "\(ending.errors)", sourceLocation: sourceLocation)
    #expect(ending.errors.contains(says), "\(ending.errors)", sourceLocation: sourceLocation)
  }

  /// Breaks when the hook does not run, reads no lines, or its status stops nothing.
  @Test(arguments: ObjectFormat.allCases)
  func aSecretIsNotPushed(_ format: ObjectFormat) throws {
    let repository = try connected(format)
    try repository.commit("a.txt", token.line)
    // Taken out again, it is still in what would be pushed.
    try repository.commit("a.txt", "clean\n")
    try expectStopped(repository, "main")
    try repository.git("reset", "--quiet", "--hard", "HEAD~2")
    try repository.commit("a.txt", "b\n")
    try expectPushed(repository, "main", says: "no secrets found in 1 file, 1 message")
  }

  /// Breaks when a new branch is passed by, or everything that it reaches is scanned again.
  @Test(arguments: ObjectFormat.allCases)
  func aNewBranchIsWhatTheRemoteHasNot(_ format: ObjectFormat) throws {
    let repository = try connected(format)
    try repository.commit("old.txt", FakeSecret.gitHubToken().line)
    try repository.git("push", "--quiet", "--no-verify", "origin", "main")
    try repository.git("switch", "--quiet", "-c", "topic")
    try repository.commit("b.txt", "b\n")
    try expectPushed(repository, "topic", says: "no secrets found in 1 file, 1 message")
    try repository.git("switch", "--quiet", "-c", "other")
    try repository.commit("c.txt", token.line)
    try expectStopped(repository, "other")
  }

  /// Breaks when what nobody has fetched counts as known, for a remote without a name.
  @Test func aRemoteWithoutANameGetsEverything() throws {
    let repository = try connected()
    try repository.commit("a.txt", token.line)
    try repository.git("push", "--quiet", "--no-verify", "origin", "main")
    try repository.git("init", "--quiet", "--bare", "../second.git")
    let stopped = try push(repository, "main", to: "../second.git")
    #expect(stopped.status == 1 && stopped.errors.contains("1 secret in the commits"), "\(stopped.errors)")
    try repository.git("init", "--quiet", "--bare", "../[a-z]*.git")
    #expect(try push(repository, "main", to: "../[a-z]*.git").status == 1)
    try expectPushed(repository, "main:other", says: "this push sends no commit that origin has not")
  }

  /// Breaks when a deletion is an error, or its zeros are taken for a commit.
  @Test(arguments: ObjectFormat.allCases)
  func aDeletionSendsNothing(_ format: ObjectFormat) throws {
    let repository = try connected(format)
    try repository.git("push", "--quiet", "--no-verify", "origin", "main:topic")
    try expectPushed(repository, ":topic", says: "this push sends no commit that origin has not")
    #expect(try !received(repository).contains("topic"))
    try repository.commit("a.txt", token.line)
    try repository.git("push", "--quiet", "--no-verify", "origin", "main~1:refs/heads/topic")
    try expectStopped(repository, ":topic", "main")
  }

  /// Breaks when a forced push is compared with what it replaces only one way, or fails where that is not here.
  @Test(arguments: ObjectFormat.allCases)
  func aForcedPushIsWhatTheRemoteHasNot(_ format: ObjectFormat) throws {
    let repository = try connected(format)
    try repository.commit("a.txt", "pushed\n")
    try repository.git("push", "--quiet", "--no-verify", "origin", "main")
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    try repository.commit("a.txt", token.line)
    try expectStopped(repository, "--force", "main")
    // Somebody else pushed what is not here.
    try repository.git("clone", "--quiet", "../origin.git", "../colleague")
    let colleague = repository.sibling("colleague")
    try colleague.commit("b.txt", "theirs\n")
    try colleague.git("push", "--quiet", "origin", "main")
    try expectStopped(repository, "--force", "main")
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    try repository.commit("a.txt", "mine\n")
    try expectPushed(repository, "--force", "main")
  }

  /// Breaks when what annotated tags say or stand for is not looked at.
  @Test(arguments: ObjectFormat.allCases)
  func tagsAreLookedAt(_ format: ObjectFormat) throws {
    let repository = try connected(format)
    try repository.git("tag", "-a", "-m", "a message with \(token.text)", "message")
    try repository.git("tag", "-a", "-m", "outer", "outer", "message")
    try repository.commit("a.txt", token.line)
    try repository.git("tag", "commit")
    try repository.git("tag", "-a", "-m", "clean", "annotated")
    let tree = try repository.git("rev-parse", "HEAD^{tree}")
    let blob = try repository.git("rev-parse", "HEAD:a.txt")
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    try repository.git("tag", "tree", tree)
    try repository.git("tag", "-a", "-m", "clean", "annotated-tree", tree)
    try repository.git("tag", "blob", blob)
    try repository.git("tag", "-a", "-m", "clean", "annotated-blob", blob)
    for tag in ["message", "outer", "commit", "annotated", "tree", "annotated-tree", "blob", "annotated-blob"] {
      try expectStopped(repository, "refs/tags/\(tag)")
    }
    try expectStopped(repository, "--tags")
    try repository.git("tag", "-a", "-m", "clean", "good")
    try expectPushed(repository, "refs/tags/good", says: "no secrets found in 0 files, 1 message")
    // A tag of a blob may be replaced: the remote's old object is no commit to leave out.
    try repository.git("push", "--quiet", "--no-verify", "origin", "blob")
    try repository.git("tag", "--force", "blob", "HEAD:a.txt")
    try expectPushed(repository, "--force", "refs/tags/blob", says: "no secrets found in 1 file")
  }

  /// Breaks when the number of references is limited, or only some of them are looked at.
  @Test(arguments: ObjectFormat.allCases)
  func manyReferencesAreOnePush(_ format: ObjectFormat) throws {
    let repository = try connected(format)
    try repository.commit("secret.txt", token.line)
    let (bad, good) = (try repository.git("rev-parse", "HEAD"), try repository.git("rev-parse", "HEAD~1"))
    let references = (0..<3000).map { "create refs/heads/\($0) \($0 == 2718 ? bad : good)\n" }.joined()
    try repository.git("update-ref", "--stdin", input: Array(references.utf8))
    try expectStopped(repository, "refs/heads/[0-9]*".replacing("[0-9]*", with: "*:refs/heads/*"))
    try repository.git("branch", "--quiet", "--force", "2718", good)
    try repository.git("reset", "--quiet", "--hard", good)
    try expectPushed(repository, "refs/heads/*:refs/heads/*")
    #expect(try received(repository).split(separator: "\n").count == 3001)
  }

  /// Breaks when an expression with blanks in the place of the local reference is taken for other fields.
  @Test func anExpressionMayBePushed() throws {
    let repository = try connected()
    try repository.commit("subject with blanks")
    try repository.commit("a.txt", token.line)
    try expectPushed(repository, ":/subject with blanks:refs/heads/fine")
    try expectStopped(repository, ":/change:refs/heads/bad")
  }

  /// Breaks when lines that git does not write are passed over.
  @Test(arguments: [
    "x\n", "refs/heads/main 1 refs/heads/main 2\n", "a b c\n", "refs/heads/main ID refs/heads/main\n",
    "ID ID ID ID x\n",
    "refs/heads/main \(String(repeating: "1", count: 40)) refs/heads/main \(String(repeating: "0", count: 40))\n",
  ])
  func aLineThatIsNoneOfGitsIsAnError(_ line: String) throws {
    let repository = try connected()
    let id = try repository.git("rev-parse", "HEAD")
    let ending = try ChildProcess(repository.scratch, in: repository.root).run(
      StanchProgram.path, ["hook", "run", "pre-push", "origin", "../origin.git"],
      input: Array(line.replacing("ID", with: id).utf8))
    #expect(ending.status == 2, "\(ending.errors)")
    #expect(ending.errors.hasPrefix("error: "))
  }

  @Test func noLinesAreNothingToPush() throws {
    let repository = try connected()
    let ending = try repository.stanch().run("hook", "run", "pre-push", "origin", "../origin.git")
    #expect(ending.status == 0, "\(ending.errors)")
  }

  /// Breaks when the lines of standard input reach one of two hooks only, or the earlier one's answer is lost.
  @Test(arguments: ["cat >../lines", "true", "cat >../lines; exit 3"])
  func anEarlierHookGetsTheLinesToo(_ earlier: String) throws {
    let repository = try connected()
    try repository.remove(".git/hooks/pre-push")
    let hooked = HookedRepository(repository)
    try hooked.writeForeignHook("pre-push", "echo \"$1\" >../arguments", earlier)
    try hooked.install("--chain", "pre-push")
    try repository.commit("a.txt", token.line)
    let stopped = try push(repository, "main")
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("1 secret in the commits") != earlier.contains("exit"), "\(stopped.errors)")
    let scratch = GitRepository(at: repository.scratch.path, in: repository.scratch)
    #expect(try scratch.bytes(of: "arguments") == Array("origin\n".utf8))
    if earlier.hasPrefix("cat") {
      let lines = String(decoding: try scratch.bytes(of: "lines"), as: UTF8.self)
      #expect(lines.hasPrefix("refs/heads/main ") && lines.split(separator: "\n").count == 1, "\(lines)")
    }
  }

  /// Breaks when the hook lets a push through where it cannot scan.
  @Test func withoutItsProgramNothingIsPushed() throws {
    let repository = try connected()
    try repository.shell("sed -i 's,^program=.*,program=/gone/stanch,' .git/hooks/pre-push")
    try repository.commit("a.txt", "b\n")
    let stopped = try push(repository, "main")
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("was not found: nothing is pushed\nhint: install it again"), "\(stopped.errors)")
    let status = try HookedRepository(repository).stanch("status")
    #expect(
      status.text.contains("pre-push: installed, but /gone/stanch is not there, and PATH has no stanch: every push"))
  }
}
