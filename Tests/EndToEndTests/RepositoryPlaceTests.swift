import Testing

/// Which repository, index and objects the environment and the current folder mean.
@Suite struct RepositoryPlaceTests {
  private let token = FakeSecret.gitHubToken()

  /// A repository whose usual index is clean, with a second index, `other`, that adds a secret.
  private func repositoryWithOtherIndex(_ format: ObjectFormat, at index: String) throws -> GitRepository {
    let repository = try GitRepository(format)
    try repository.commit("folder/a.txt", "a\n")
    try repository.write("b.txt", token.line)
    try repository.git("read-tree", "HEAD", environment: ["GIT_INDEX_FILE": index])
    try repository.git("add", "b.txt", environment: ["GIT_INDEX_FILE": index])
    #expect(try repository.scan().isClean)
    return repository
  }

  /// Breaks when GIT_INDEX_FILE is not read, or a relative one is taken from the current folder: git takes it from the root.
  @Test(arguments: ["other", ".git/other"], ObjectFormat.allCases)
  func aRelativeIndexFileIsTakenFromTheRoot(_ index: String, _ format: ObjectFormat) throws {
    let repository = try repositoryWithOtherIndex(format, at: index)
    let expected = ["b.txt:1 \(token.rule)"]
    #expect(try repository.scan(environment: ["GIT_INDEX_FILE": index]).places == expected)
    let inside = repository.stanch(in: repository.root + "/folder", environment: ["GIT_INDEX_FILE": index])
    #expect(try inside.scan(["scan", "staged"]).places == expected)
  }

  @Test(arguments: ObjectFormat.allCases)
  func anAbsoluteIndexFileIsTakenAsItIs(_ format: ObjectFormat) throws {
    let scratch = try Scratch()
    let repository = try repositoryWithOtherIndex(format, at: scratch.path + "/other")
    let report = try repository.scan(environment: ["GIT_INDEX_FILE": scratch.path + "/other"])
    #expect(report.places == ["b.txt:1 \(token.rule)"], "\(report)")
  }

  /// Breaks when GIT_DIR and GIT_WORK_TREE are not read, or an index beside them is looked for elsewhere.
  @Test(arguments: ObjectFormat.allCases)
  func theRepositoryMayBeNamedByHand(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", token.line)
    let elsewhere = repository.scratch.path + "/home"
    let named = ["GIT_DIR": repository.root + "/.git", "GIT_WORK_TREE": repository.root]
    let report = try repository.stanch(in: elsewhere, environment: named).scan(["scan", "staged"])
    #expect(report.places == ["a.txt:1 \(token.rule)"], "\(report)")
    let relative = ["GIT_DIR": "../repository/.git", "GIT_WORK_TREE": "../repository"]
    let again = try repository.stanch(in: elsewhere, environment: relative).scan(["scan", "staged"])
    #expect(again.places == ["a.txt:1 \(token.rule)"], "\(again)")
  }

  /// Breaks when the configuration is looked for beside GIT_DIR in place of GIT_WORK_TREE.
  @Test(arguments: ObjectFormat.allCases)
  func theConfigurationStandsInTheNamedWorkingTree(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.shell("mkdir ../tree")
    let named = ["GIT_DIR": repository.root + "/.git", "GIT_WORK_TREE": repository.scratch.path + "/tree"]
    let tree = repository.sibling("tree")
    try tree.write("a.txt", token.line)
    try tree.git("add", "a.txt", environment: named)
    #expect(try tree.scan(environment: named).places == ["a.txt:1 \(token.rule)"])
    try tree.write(".stanch.toml", "[[allowlists]]\npaths = ['^a\\.txt$']\n")
    let allowed = try tree.scan(environment: named)
    #expect(allowed.isClean, "\(allowed)")
    #expect(allowed.verdict?.coverage.excluded == 1)
  }

  /// Breaks when a GIT_INDEX_FILE beside a hand-named repository is resolved against something other than its working tree.
  @Test(arguments: ObjectFormat.allCases)
  func aRelativeIndexFileBelongsToTheNamedWorkingTree(_ format: ObjectFormat) throws {
    let repository = try repositoryWithOtherIndex(format, at: "other")
    let environment = [
      "GIT_DIR": repository.root + "/.git", "GIT_WORK_TREE": repository.root, "GIT_INDEX_FILE": "other",
    ]
    let report = try repository.stanch(in: repository.scratch.path + "/home", environment: environment)
      .scan(["scan", "staged"])
    #expect(report.places == ["b.txt:1 \(token.rule)"], "\(report)")
  }

  /// Breaks when the quarantine that these variables describe is not read: its blobs are nowhere else.
  @Test(arguments: ObjectFormat.allCases)
  func objectsMayBeElsewhere(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.shell("mkdir ../quarantine")
    let environment = [
      "GIT_OBJECT_DIRECTORY": repository.scratch.path + "/quarantine",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES": repository.root + "/.git/objects",
    ]
    try repository.write("b.txt", token.line)
    try repository.git("add", "b.txt", environment: environment)
    #expect(try repository.scan(environment: environment).places == ["b.txt:1 \(token.rule)"])
    // Without them the blob is not there, which is never clean.
    let without = try repository.scan()
    #expect(without.status == 2)
    #expect(without.incidents == ["unreadable b.txt"])
  }

  /// Breaks when GIT_COMMON_DIR is not read: the objects are there. References stay with GIT_DIR, as git reads them.
  @Test(arguments: ObjectFormat.allCases)
  func theCommonFolderMayBeNamedByHand(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", token.line)
    try repository.shell("mkdir ../own && cp -r .git/HEAD .git/index .git/refs ../own/")
    let environment = [
      "GIT_DIR": repository.scratch.path + "/own", "GIT_COMMON_DIR": repository.root + "/.git",
      "GIT_WORK_TREE": repository.root,
    ]
    #expect(try repository.scan(environment: environment).isClean)
    try repository.write("b.txt", token.line)
    try repository.git("add", "b.txt", environment: environment)
    #expect(try repository.scan(environment: environment).places == ["b.txt:1 \(token.rule)"])
    #expect(try repository.scan().isClean)
  }

  @Test(arguments: ObjectFormat.allCases)
  func aSubFolderWillDo(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("folder/a.txt", "a\n")
    try repository.stage("b.txt", token.line)
    let report = try repository.stanch(in: repository.root + "/folder").scan(["scan", "staged"])
    // Paths are relative to the root, and what lies outside the folder is scanned too.
    #expect(report.places == ["b.txt:1 \(token.rule)"])
    #expect(report.verdict?.coverage.blobs == 2)
  }

  @Test(arguments: ["repository", "repository/folder"], ObjectFormat.allCases)
  func anotherFolderMayBeNamed(_ folder: String, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("folder/a.txt", token.line)
    let program = repository.stanch(in: repository.scratch.path)
    #expect(try program.scan(["scan", "staged", "-C", folder]).places == ["folder/a.txt:1 \(token.rule)"])
  }

  /// Breaks when a linked working tree is given the index, HEAD or MERGE_HEAD of the main one.
  @Test(arguments: ObjectFormat.allCases)
  func aLinkedWorkingTreeHasAnIndexOfItsOwn(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked")
    let linked = repository.sibling("linked")
    try linked.stage("b.txt", token.line)
    #expect(try linked.scan().places == ["b.txt:1 \(token.rule)"])
    #expect(try repository.scan().isClean)
    try linked.commit()
    #expect(try linked.scan().isClean)
  }

  /// Breaks when the superproject is scanned from inside a submodule, or a changed gitlink is read as a blob.
  @Test(arguments: ObjectFormat.allCases)
  func submodulesAreScannedOnTheirOwn(_ format: ObjectFormat) throws {
    let library = try GitRepository(format, named: "library")
    try library.commit("l.txt", "l\n")
    let repository = try GitRepository(format, in: library.scratch)
    try repository.git(
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.root, "library")
    let added = try repository.scan()
    #expect(added.isClean, "\(added)")
    #expect(added.verdict?.coverage.submodules == 1)
    #expect(added.verdict?.coverage.blobs == 1)
    try repository.commit()

    let inside = repository.sibling("repository/library")
    try inside.stage("secret.txt", token.line)
    #expect(try inside.scan().places == ["secret.txt:1 \(token.rule)"])
    #expect(try repository.scan().isClean)
    let hook = try CommitHook(inside)
    #expect(try hook.commit().report.places == ["secret.txt:1 \(token.rule)"])
    try inside.commit()
    try repository.git("add", "library")
    let changed = try repository.scan()
    #expect(changed.isClean, "\(changed)")
    #expect(changed.verdict?.coverage.submodules == 1)
    #expect(changed.verdict?.coverage.blobs == 0)
  }

  /// Breaks when a repository without a working tree is refused, or its index is not compared.
  @Test(arguments: ObjectFormat.allCases)
  func aBareRepositoryMayHaveAnIndex(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.git("clone", "--quiet", "--bare", ".", "../bare.git")
    let bare = repository.sibling("bare.git")
    try bare.git("read-tree", "HEAD")
    #expect(try bare.scan().isClean)
    let blob = try bare.git("hash-object", "-w", "--stdin", input: Array(token.line.utf8))
    try bare.git("update-index", "--add", "--cacheinfo", "100644,\(blob),b.txt")
    #expect(try bare.scan().places == ["b.txt:1 \(token.rule)"])
  }

  /// Breaks when no repository looks like an empty one.
  @Test func aFolderOutsideOfAnyRepositoryIsAnError() throws {
    let scratch = try Scratch()
    let ending = try StanchProgram(scratch: scratch, folder: scratch.path).run("scan", "staged")
    #expect(ending.status == 2)
    #expect(ending.output.isEmpty)
    #expect(ending.errors.contains("error: ") && ending.errors.contains("hint: "), "\(ending.errors)")
    let named = StanchProgram(scratch: scratch, folder: scratch.path, environment: ["GIT_DIR": "nowhere"])
    #expect(try named.run("scan", "staged").status == 2)
    let missing = try StanchProgram(scratch: scratch, folder: scratch.path).run("scan", "staged", "-C", "nowhere")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("nowhere"))
  }
}
