import Testing

/// A scan changes nothing.
@Suite struct UnchangedRepositoryTests {
  private let token = FakeSecret.gitHubToken()

  /// Every name, kind, mode, size, time of change and content below the root.
  private func state(_ repository: GitRepository) throws -> Set<Substring> {
    let script = "find . -printf '%p %y %m %s %T@ %l\\n' | sort && find . -type f -exec sha256sum {} + | sort"
    let ending = try ChildProcess(repository.scratch, in: repository.root).run("sh", ["-ec", script])
    #expect(ending.status == 0)
    return Set(ending.text.split(separator: "\n"))
  }

  /// Breaks when the index is refreshed, an object written, a lock left, or a file put beside the others.
  @Test(arguments: [false, true], ObjectFormat.allCases)
  func aScanChangesNothing(_ isSparse: Bool, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for path in ["a/a.txt", "b/b.txt", "c.txt"] { try repository.stage(path, path) }
    try repository.commit()
    if isSparse {
      try repository.git("sparse-checkout", "init", "--cone", "--sparse-index")
      try repository.git("sparse-checkout", "set", "b")
    }
    try repository.stage("b/secret.txt", token.line)
    try repository.stage("b/b.txt", "changed\n")
    // Times that no longer agree with the index are what would be refreshed.
    try repository.shell("touch -d '2001-01-01' c.txt b/b.txt")
    try repository.git("config", "core.untrackedCache", "true")
    let before = try state(repository)
    for arguments in [[], ["--format", "sarif"], ["--verbose"], ["--size-limit", "1"], ["--reveal"]] {
      _ = try repository.stanch().run(["scan", "staged"] + arguments)
    }
    _ = try repository.stanch().run("hook", "run", "pre-commit")
    _ = try repository.stanch().run("hook", "status")
    #expect(try state(repository).symmetricDifference(before) == [])
  }

  /// Breaks when the contents of a split index change. Git renews the time of its shared part whenever it reads it.
  @Test(arguments: ObjectFormat.allCases)
  func aSplitIndexKeepsItsContents(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.stage("b.txt", token.line)
    try repository.git("update-index", "--split-index")
    let contents = { (repository: GitRepository) throws in
      try self.state(repository).filter { !$0.hasPrefix("./.git/sharedindex.") }
    }
    let before = try contents(repository)
    #expect(try repository.scan().status == 1)
    #expect(try contents(repository) == before)
  }

  /// Breaks when a repository that nobody may write to cannot be scanned.
  @Test(arguments: ObjectFormat.allCases)
  func aLockedIndexIsNoObstacle(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", token.line)
    try repository.write(".git/index.lock", "")
    try repository.write(".git/HEAD.lock", "")
    #expect(try repository.scan().places == ["a.txt:1 \(token.rule)"])
    #expect(try repository.bytes(of: ".git/index.lock").isEmpty)
  }
}
