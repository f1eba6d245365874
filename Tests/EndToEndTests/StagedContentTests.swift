import Testing

/// What counts as staged, and as new.
@Suite struct StagedContentTests {
  private let token = FakeSecret.gitHubToken()

  /// Breaks when a missing HEAD is an error, or makes nothing new.
  @Test(arguments: ObjectFormat.allCases)
  func everythingIsNewBeforeTheFirstCommit(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", "first\n" + token.line)
    let report = try repository.scan()
    #expect(report.status == 1, "\(report)")
    #expect(report.places == ["a.txt:2 \(token.rule)"])
  }

  /// Breaks when an unborn repository without an index is an error.
  @Test(arguments: ObjectFormat.allCases)
  func anEmptyRepositoryIsClean(_ format: ObjectFormat) throws {
    #expect(try GitRepository(format).scan().isClean)
  }

  @Test(arguments: ObjectFormat.allCases)
  func aNewFileIsLookedAt(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("old.txt", "nothing\n")
    try repository.stage("new.txt", token.line)
    let report = try repository.scan()
    #expect(report.status == 1)
    #expect(report.places == ["new.txt:1 \(token.rule)"])
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when what HEAD held at the same path is not read, or is read from elsewhere.
  @Test(arguments: ObjectFormat.allCases)
  func onlyTheNewSecretOfAChangedFileIsReported(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let added = FakeSecret.gitHubToken()
    try repository.commit("a.txt", token.line)
    try repository.stage("a.txt", added.line + token.line)
    let report = try repository.scan("--reveal")
    #expect(report.status == 1)
    #expect(report.verdict?.findings.map(\.secret) == [added.text])
  }

  /// Breaks when unchanged paths are read.
  @Test(arguments: ObjectFormat.allCases)
  func aSecretThatIsCommittedAlreadyIsNotReported(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", token.line)
    try repository.stage("b.txt", "nothing\n")
    let report = try repository.scan()
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when the working tree is read in place of the index.
  @Test(arguments: ObjectFormat.allCases)
  func aSecretThatIsNotStagedIsNotReported(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "old\n")
    try repository.stage("a.txt", "new\n")
    try repository.write("a.txt", "new\n" + token.line)
    try repository.write("untracked.txt", token.line)
    #expect(try repository.scan().isClean)
  }

  /// Breaks when the working tree is read in place of the index.
  @Test(arguments: ObjectFormat.allCases)
  func aStagedSecretIsFoundAfterItLeftTheWorkingTree(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "old\n")
    try repository.stage("a.txt", token.line)
    try repository.write("a.txt", "old\n")
    #expect(try repository.scan().places == ["a.txt:1 \(token.rule)"])
    try repository.remove("a.txt")
    #expect(try repository.scan().places == ["a.txt:1 \(token.rule)"])
  }

  /// Breaks when a path that is only in HEAD is taken for one in the index.
  @Test(arguments: ObjectFormat.allCases)
  func removingFilesBringsNothingNew(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("folder/a.txt", token.line)
    try repository.commit("b.txt", token.line)
    try repository.git("rm", "-r", "--quiet", "folder", "b.txt")
    let report = try repository.scan()
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 0)
  }

  /// Breaks when HEAD's content excuses secrets of paths that are still there.
  @Test(arguments: ObjectFormat.allCases)
  func aCopyOfACommittedSecretIsReported(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", token.line)
    try repository.stage("copy.txt", token.line)
    #expect(try repository.scan().places == ["copy.txt:1 \(token.rule)"])
  }

  /// Breaks when equal blobs at several paths are reported once.
  @Test(arguments: ObjectFormat.allCases)
  func everyPathOfTheSameContentIsReported(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", token.line)
    try repository.stage("b.txt", token.line)
    let report = try repository.scan()
    #expect(report.places == ["a.txt:1 \(token.rule)", "b.txt:1 \(token.rule)"])
    #expect(report.verdict?.findings.map(\.occurrences) == [2, 2])
  }

  /// Breaks when an entry made by `git add -N` is taken for content, or stops the scan.
  @Test(arguments: ObjectFormat.allCases)
  func anAnnouncedFileHasNoContentYet(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "nothing\n")
    try repository.write("announced.txt", token.line)
    try repository.git("add", "--intent-to-add", "announced.txt")
    try repository.stage("b.txt", "nothing else\n")
    let report = try repository.scan()
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
    try repository.git("add", "announced.txt")
    #expect(try repository.scan().places == ["announced.txt:1 \(token.rule)"])
  }

  /// Breaks when a conflict is passed by in silence, or ends the scan of the other paths.
  @Test(arguments: ObjectFormat.allCases)
  func aConflictIsAnIncident(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "base\n")
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("a.txt", token.line)
    try repository.git("switch", "--quiet", "main")
    try repository.commit("a.txt", "ours\n")
    #expect(try repository.attempt(["merge", "--quiet", "side"]).status == 1)
    let report = try repository.scan()
    #expect(report.status == 2)
    #expect(report.incidents == ["unreadable a.txt"])
    try repository.stage("b.txt", token.line)
    let both = try repository.scan()
    #expect(both.status == 1)
    #expect(both.places == ["b.txt:1 \(token.rule)"])
    #expect(both.incidents == ["unreadable a.txt"])
  }

  /// Breaks when findings and incidents do not reach one report, or the incident wins.
  @Test(arguments: ObjectFormat.allCases)
  func findingsWinOverIncidents(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a-first.txt", token.line)
    try repository.stage("large.txt", String(repeating: "line\n", count: 400))
    try repository.stage("z-last.txt", token.line)
    let report = try repository.scan("--size-limit", "1000")
    #expect(report.status == 1)
    #expect(report.places == ["a-first.txt:1 \(token.rule)", "z-last.txt:1 \(token.rule)"])
    #expect(report.incidents == ["oversize large.txt"])
    #expect(report.verdict?.complete == false)
  }
}
