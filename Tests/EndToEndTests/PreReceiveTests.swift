import Testing

/// The pre-receive hook on a server: a bare repository into which others push.
@Suite struct PreReceiveTests {
  private let token = FakeSecret.gitHubToken()

  /// A bare repository with the hook, and a clone of it.
  private func server(_ format: ObjectFormat = .sha1) throws -> (server: GitRepository, clone: GitRepository) {
    let clone = try GitRepository(format)
    try clone.git("init", "--quiet", "--bare", "--object-format=\(format.rawValue)", "../server.git")
    let server = clone.sibling("server.git")
    try HookedRepository(server).install("pre-receive")
    try clone.git("remote", "add", "origin", "../server.git")
    return (server, clone)
  }

  private func push(_ clone: GitRepository, _ arguments: String...) throws -> ChildProcess.Ending {
    try clone.attempt(["push", "--quiet", "origin"] + arguments)
  }

  private func expectRefused(
    _ ending: ChildProcess.Ending, _ server: GitRepository, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(ending.status == 1, "\(ending.errors)", sourceLocation: sourceLocation)
    #expect(ending.errors.contains("(pre-receive hook declined)"), sourceLocation: sourceLocation)
    #expect(
      ending.errors.contains("remote: error: 1 secret in the commits"), "\(ending.errors)",
      sourceLocation: sourceLocation)
    #expect(!ending.errors.contains(token.text), sourceLocation: sourceLocation)
  }

  /// Breaks when objects in quarantine are not seen, loose or in a pack.
  @Test(arguments: ObjectFormat.allCases, [1, 1000])
  func aSecretIsNotReceived(_ format: ObjectFormat, _ unpackLimit: Int) throws {
    let (server, clone) = try server(format)
    try server.git("config", "receive.unpackLimit", "\(unpackLimit)")
    try clone.commit("a.txt", "clean\n")
    let clean = try push(clone, "main")
    #expect(clean.status == 0 && clean.errors.contains("remote: stanch: no secrets found in 1 file"), "\(clean.errors)")
    try clone.commit("a.txt", token.line)
    try clone.commit("a.txt", "clean again\n")
    try expectRefused(push(clone, "main"), server)
    try expectRefused(push(clone, "main:other"), server)
    #expect(try server.git("for-each-ref").split(separator: "\n").count == 1)
    #expect(try server.git("rev-list", "--all", "--count") == "1")
    try clone.git("reset", "--quiet", "--hard", "HEAD~2")
    try clone.commit("b.txt", "b\n")
    let later = try push(clone, "main")
    #expect(later.errors.contains("no secrets found in 1 file, 1 message"), "\(later.errors)")
  }

  /// Breaks when tags, deletions or forced pushes are an error or passed by.
  @Test(arguments: ObjectFormat.allCases)
  func everyKindOfUpdateIsTaken(_ format: ObjectFormat) throws {
    let (server, clone) = try server(format)
    try clone.commit("a.txt", "clean\n")
    #expect(try push(clone, "main", "main:topic", "main:gone").status == 0)
    #expect(try push(clone, ":gone").status == 0)
    try clone.git("tag", "-a", "-m", token.text, "message")
    try expectRefused(push(clone, "message"), server)
    let blob = try clone.git("hash-object", "-w", "--stdin", input: Array(token.line.utf8))
    try clone.git("tag", "blob", blob)
    try expectRefused(push(clone, "blob"), server)
    try clone.git("switch", "--quiet", "--orphan", "fresh")
    try clone.commit("c.txt", token.line)
    try expectRefused(push(clone, "--force", "fresh:topic"), server)
    try clone.git("switch", "--quiet", "main")
    try clone.git("commit", "--quiet", "--amend", "-m", "other")
    #expect(try push(clone, "--force", "main").status == 0)
    #expect(try server.git("for-each-ref", "--format=%(refname)") == "refs/heads/main\nrefs/heads/topic")
  }

  /// Breaks when what is pushed, or what lies on the server, decides how it is looked at.
  @Test func whatIsPushedIsNotTrusted() throws {
    let (server, clone) = try server()
    let allowsAll = "[[allowlists]]\npaths = ['''.*''']\n"
    try clone.stage(".stanch.toml", allowsAll)
    try clone.stage(".gitleaks.toml", "title = 'nothing'\n")
    try clone.stage(".gitleaksignore", "a.txt:\(token.rule):1\n")
    try clone.stage("a.txt", token.line)
    try clone.commit()
    try server.write(".stanch.toml", allowsAll)
    try expectRefused(push(clone, "main"), server)
    // The one that the administrator names is obeyed.
    try server.shell("sed -i 's,hook run pre-receive,& --config .stanch.toml,' hooks/pre-receive")
    #expect(try push(clone, "main").status == 0)
  }

  /// Breaks when a server that has a working tree lets what was pushed into it before decide.
  @Test func aWorkingTreeIsNotTrustedEither() throws {
    let (_, clone) = try server()
    try clone.git("init", "--quiet", "--initial-branch=main", "../worktree")
    let worktree = clone.sibling("worktree")
    try worktree.git("config", "receive.denyCurrentBranch", "ignore")
    try worktree.write(".stanch.toml", "[[allowlists]]\npaths = ['''.*''']\n")
    try HookedRepository(worktree).install("pre-receive")
    try clone.commit("a.txt", token.line)
    let refused = try clone.attempt(["push", "--quiet", "../worktree", "main"])
    try expectRefused(refused, worktree)
  }

  /// Breaks when a scan of one push counts what an earlier one brought, or many references are too many.
  @Test func manyReferencesAreOnePush() throws {
    let (server, clone) = try server()
    try clone.commit("a.txt", "clean\n")
    let references = (0..<3000).map { "create refs/heads/\($0) HEAD\n" }.joined()
    let id = try clone.git("rev-parse", "HEAD")
    try clone.git("update-ref", "--stdin", input: Array(references.replacing("HEAD", with: id).utf8))
    let pushed = try push(clone, "refs/heads/*:refs/heads/*")
    #expect(pushed.status == 0 && pushed.errors.contains("no secrets found in 1 file, 1 message"), "\(pushed.errors)")
    #expect(try server.git("for-each-ref").split(separator: "\n").count == 3001)
    try clone.git("branch", "known", "main")
    let known = try push(clone, "known")
    #expect(known.status == 0)
    #expect(known.errors.contains("this push brings no commit that is not here yet"), "\(known.errors)")
  }

  @Test(arguments: ["x\n", "ID ID\n", "ID ID refs/heads/a b\n", "ID 12 refs/heads/a\n"])
  func aLineThatIsNoneOfGitsIsAnError(_ line: String) throws {
    let (server, clone) = try server()
    let id = try clone.commit()
    let ending = try ChildProcess(server.scratch, in: server.root).run(
      StanchProgram.path, ["hook", "run", "pre-receive"], input: Array(line.replacing("ID", with: id).utf8))
    #expect(ending.status == 2 && ending.errors.hasPrefix("error: "), "\(ending.errors)")
  }

  /// Breaks when a server's repository gets the hook of a working tree, or its state is told by that.
  @Test func aBareRepositoryGetsThisHook() throws {
    let clone = try GitRepository()
    try clone.git("init", "--quiet", "--bare", "../server.git")
    let hooked = HookedRepository(clone.sibling("server.git"))
    let before = try hooked.stanch("status")
    #expect(before.status == 1 && before.text.hasSuffix("\npre-push: not installed\npre-receive: not installed\n"))
    try hooked.install()
    let after = try hooked.stanch("status")
    #expect(after.status == 0 && after.text.contains("\npre-receive: installed, runs \(hooked.program)\n"))
    let removed = try hooked.stanch("uninstall")
    #expect(removed.status == 0 && removed.errors.contains("removed \(hooked.repository.root)/hooks/pre-receive"))
  }

  /// Breaks when the earlier hook of a server gets no lines.
  @Test func anEarlierHookGetsTheLinesToo() throws {
    let (server, clone) = try server()
    try server.remove("hooks/pre-receive")
    try server.writeProgram(server.root + "/hooks/pre-receive", "#!/bin/sh\ncat >../lines\n")
    try HookedRepository(server).install("--chain", "pre-receive")
    try clone.commit("a.txt", token.line)
    try expectRefused(push(clone, "main"), server)
    let scratch = GitRepository(at: server.scratch.path, in: server.scratch)
    #expect(String(decoding: try scratch.bytes(of: "lines"), as: UTF8.self).hasSuffix(" refs/heads/main\n"))
  }
}
