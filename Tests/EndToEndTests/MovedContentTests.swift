import Testing

/// Content that moves, changes its kind, or only its mode.
@Suite struct MovedContentTests {
  private let token = FakeSecret.gitHubToken()
  private let other = FakeSecret.awsKeyID()

  /// Breaks when removed paths excuse nothing.
  @Test(arguments: ObjectFormat.allCases)
  func aRenamedFileBringsNothingNew(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("old.txt", "line\n" + token.line)
    try repository.shell("mkdir folder && git mv old.txt folder/new.txt")
    let report = try repository.scan()
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when a renamed file is not read because its name is new, or excused as a whole.
  @Test(arguments: ObjectFormat.allCases)
  func aRenamedFileMayBringSomethingNew(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("old.txt", token.line)
    try repository.git("mv", "old.txt", "new.txt")
    try repository.stage("new.txt", "edited\n" + token.line + other.line)
    #expect(try repository.scan().places == ["new.txt:3 \(other.rule)"])
  }

  /// Breaks when a change of mode makes the whole file new.
  @Test(arguments: ObjectFormat.allCases)
  func aChangeOfModeBringsNothingNew(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.sh", token.line)
    try repository.git("update-index", "--chmod=+x", "a.sh")
    let report = try repository.scan()
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 0)
  }

  /// Breaks when links are passed by, or what they point at is read in place of the target they name.
  @Test(arguments: ObjectFormat.allCases)
  func theTargetOfALinkIsLookedAt(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.write("untracked.txt", other.line)
    try repository.shell(
      "rm a.txt && ln -s 'https://\(token.text)@example.org' a.txt && ln -s untracked.txt b.txt && git add a.txt b.txt")
    let report = try repository.scan()
    #expect(report.places == ["a.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.coverage.blobs == 2)
  }

  /// Breaks when a change of kind is passed by.
  @Test(arguments: ObjectFormat.allCases)
  func aLinkThatBecomesAFileIsLookedAt(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.shell("ln -s elsewhere a.txt && git add a.txt")
    try repository.commit()
    try repository.remove("a.txt")
    try repository.stage("a.txt", token.line)
    #expect(try repository.scan().places == ["a.txt:1 \(token.rule)"])
  }

  /// Breaks when a folder that takes a file's place is compared with that file.
  @Test(arguments: ObjectFormat.allCases)
  func aFileMayBecomeAFolderAndBack(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    // Names that sort between the file and the folder of the same name.
    for path in ["thing", "thing-a", "thing.b", "thing0"] { try repository.stage(path, "\(path)\n") }
    try repository.commit()
    try repository.remove("thing")
    try repository.git("rm", "--quiet", "--cached", "thing")
    try repository.stage("thing/inside.txt", token.line)
    let folder = try repository.scan()
    #expect(folder.places == ["thing/inside.txt:1 \(token.rule)"], "\(folder)")
    #expect(folder.verdict?.coverage.blobs == 1)
    try repository.commit()
    try repository.git("rm", "-r", "--quiet", "thing")
    try repository.stage("thing", token.line + other.line)
    let file = try repository.scan()
    #expect(file.places == ["thing:2 \(other.rule)"], "\(file)")
    #expect(file.verdict?.coverage.blobs == 1)
  }

  /// Breaks when a file that becomes a submodule, or the other way round, is read as the wrong kind.
  @Test(arguments: ObjectFormat.allCases)
  func aSubmoduleMayBecomeAFile(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let commit = try repository.commit()
    try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),thing")
    #expect(try repository.scan().verdict?.coverage.submodules == 1)
    try repository.commit()
    try repository.git("rm", "--quiet", "--cached", "thing")
    try repository.stage("thing", token.line)
    let report = try repository.scan()
    #expect(report.places == ["thing:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.coverage.submodules == 0)
  }

  /// Breaks when folders below folders are cut off, or a changed folder is taken for an unchanged neighbour.
  @Test(arguments: ObjectFormat.allCases)
  func foldersAreFollowedDown(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for folder in ["a", "a/b", "a/b/c", "a/b/c/d", "a.b", "b"] { try repository.stage(folder + "/f.txt", folder) }
    try repository.commit()
    try repository.stage("a/b/c/d/new.txt", token.line)
    try repository.stage("a/b/new.txt", other.line)
    try repository.stage("z/y/x.txt", token.line)
    let report = try repository.scan()
    #expect(
      report.places == [
        "a/b/c/d/new.txt:1 \(token.rule)", "a/b/new.txt:1 \(other.rule)", "z/y/x.txt:1 \(token.rule)",
      ], "\(report)")
    #expect(report.verdict?.coverage.blobs == 3)
  }

  /// Breaks when removing everything is an error.
  @Test(arguments: ObjectFormat.allCases)
  func everythingMayBeRemoved(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("folder/a.txt", token.line)
    try repository.git("read-tree", "--empty")
    #expect(try repository.scan().isClean)
    try repository.remove(".git/index")
    #expect(try repository.scan().isClean)
  }
}
