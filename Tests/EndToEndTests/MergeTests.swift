import Testing

/// A merge in progress: every parent counts, and only what none of them had is new.
@Suite struct MergeTests {
  private let ours = FakeSecret.gitHubToken()
  private let theirs = FakeSecret.gitHubToken()
  private let evil = FakeSecret.gitHubToken()

  /// `main` and `side` have each committed a secret of their own, in a file of their own.
  private func diverged(_ format: ObjectFormat) throws -> GitRepository {
    let repository = try GitRepository(format)
    try repository.commit("shared.txt", "1\n2\n3\n4\n5\n6\n7\n8\n")
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("theirs.txt", theirs.line)
    try repository.git("switch", "--quiet", "main")
    try repository.commit("ours.txt", ours.line)
    return repository
  }

  /// Breaks when MERGE_HEAD is not read: everything of the other branch would be new.
  @Test(arguments: ObjectFormat.allCases)
  func whatEitherParentHasIsNotNew(_ format: ObjectFormat) throws {
    let repository = try diverged(format)
    let hook = try CommitHook(repository)
    try repository.git("merge", "--quiet", "--no-commit", "side")
    #expect(try repository.scan().isClean)
    let attempt = try hook.commit()
    #expect(attempt.isCommitted && attempt.report.isClean, "\(attempt)")
  }

  /// Breaks when a merge is compared with its other parents alone, or passed by.
  @Test(arguments: ["theirs.txt", "ours.txt", "shared.txt", "new.txt"], ObjectFormat.allCases)
  func aSecretAddedDuringTheMergeIsReported(_ path: String, _ format: ObjectFormat) throws {
    let repository = try diverged(format)
    let hook = try CommitHook(repository)
    try repository.git("merge", "--quiet", "--no-commit", "side")
    try repository.shell("printf '%s' '\(evil.line)' >>\(path)")
    try repository.git("add", path)
    let attempt = try hook.commit("--no-edit")
    #expect(!attempt.isCommitted)
    #expect(attempt.report.places.map { $0.hasPrefix(path + ":") } == [true], "\(attempt)")
  }

  /// Breaks when a merged file is compared with one parent only: it holds old secrets of both.
  @Test(arguments: ObjectFormat.allCases)
  func aMergedFileBringsNothingThatAParentHad(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let middle = String(repeating: "line\n", count: 20)
    try repository.commit("a.txt", middle)
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("a.txt", middle + theirs.line)
    try repository.git("switch", "--quiet", "main")
    try repository.commit("a.txt", ours.line + middle)
    try repository.git("merge", "--quiet", "--no-commit", "side")
    let report = try repository.scan()
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
    try repository.stage("a.txt", ours.line + middle + evil.line + theirs.line)
    #expect(try repository.scan("--reveal").verdict?.findings.map(\.secret) == [evil.text])
  }

  /// Breaks when the resolution of a conflict is not looked at.
  @Test(arguments: ObjectFormat.allCases)
  func aResolvedConflictIsLookedAt(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "base\n")
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("a.txt", theirs.line)
    try repository.git("switch", "--quiet", "main")
    try repository.commit("a.txt", ours.line)
    #expect(try repository.attempt(["merge", "--quiet", "side"]).status == 1)
    try repository.stage("a.txt", ours.line + theirs.line)
    #expect(try repository.scan().isClean)
    try repository.stage("a.txt", ours.line + theirs.line + evil.line)
    #expect(try repository.scan("--reveal").verdict?.findings.map(\.secret) == [evil.text])
  }

  /// Breaks when only the first line of MERGE_HEAD is read.
  @Test(arguments: ObjectFormat.allCases)
  func anOctopusHasManyParents(_ format: ObjectFormat) throws {
    let repository = try diverged(format)
    let third = FakeSecret.gitHubToken()
    try repository.git("switch", "--quiet", "-c", "third", "main~1")
    try repository.commit("third.txt", third.line)
    try repository.git("switch", "--quiet", "main")
    try repository.git("merge", "--quiet", "--no-commit", "side", "third")
    let clean = try repository.scan()
    #expect(clean.isClean, "\(clean)")
    try repository.stage("third.txt", third.line + evil.line)
    try repository.stage("new.txt", ours.line)
    let report = try repository.scan()
    // A secret that a parent has at another path is a copy, and so is new at this one.
    #expect(report.places == ["new.txt:1 \(ours.rule)", "third.txt:2 \(evil.rule)"], "\(report)")
  }

  /// Breaks when a merge whose other parent is damaged counts as one without it, or as clean.
  @Test(arguments: ObjectFormat.allCases)
  func aMergeHeadThatNamesNoCommitIsAnError(_ format: ObjectFormat) throws {
    let repository = try diverged(format)
    try repository.git("merge", "--quiet", "--no-commit", "side")
    let name = try repository.git("rev-parse", "HEAD")
    for line in ["garbage\n", String(repeating: "1", count: name.count) + "\n"] {
      try repository.write(".git/MERGE_HEAD", line)
      let report = try repository.scan()
      #expect(report.status == 2, "\(report)")
      #expect(report.verdict == nil)
    }
  }
}
