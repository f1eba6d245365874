import Testing

/// Every form of index that git writes.
@Suite struct IndexFormatTests {
  private let token = FakeSecret.gitHubToken()

  /// Three folders of files, committed, and nothing new.
  private func repository(_ format: ObjectFormat) throws -> GitRepository {
    let repository = try GitRepository(format)
    for path in ["a/one.txt", "a/two.txt", "b/c/three.txt", "b/four.txt", "five.txt"] {
      try repository.stage(path, path)
    }
    try repository.commit()
    return repository
  }

  /// The version that the index file itself states.
  private func version(_ repository: GitRepository) throws -> Int { Int(try repository.bytes(of: ".git/index")[7]) }

  private func expectOneFinding(_ repository: GitRepository, blobs: Int = 1) throws {
    let report = try repository.scan()
    #expect(report.places == ["b/c/new.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.coverage.blobs == blobs)
  }

  @Test(arguments: [2, 4], ObjectFormat.allCases)
  func versionsAreRead(_ wanted: Int, _ format: ObjectFormat) throws {
    let repository = try repository(format)
    try repository.git("update-index", "--index-version", "\(wanted)")
    try repository.stage("b/c/new.txt", token.line)
    #expect(try version(repository) == wanted)
    try expectOneFinding(repository)
  }

  /// Breaks when the flags that version 3 adds shift what follows.
  @Test(arguments: [3, 4], ObjectFormat.allCases)
  func extendedEntriesAreRead(_ wanted: Int, _ format: ObjectFormat) throws {
    let repository = try repository(format)
    try repository.write("a/announced.txt", token.line)
    try repository.git("add", "--intent-to-add", "a/announced.txt")
    try repository.git("update-index", "--skip-worktree", "b/four.txt")
    if wanted == 4 { try repository.git("update-index", "--index-version", "4") }
    try repository.stage("b/c/new.txt", token.line)
    #expect(try version(repository) == wanted)
    try expectOneFinding(repository)
  }

  /// Breaks when a path marked as unchanged is passed by: what is staged counts.
  @Test(arguments: ["--skip-worktree", "--assume-unchanged"], ObjectFormat.allCases)
  func markedPathsAreScanned(_ mark: String, _ format: ObjectFormat) throws {
    let repository = try repository(format)
    try repository.stage("b/c/new.txt", token.line)
    try repository.git("update-index", mark, "b/c/new.txt")
    try expectOneFinding(repository)
  }

  /// Breaks when a cached tree is believed that no longer holds, or folders without one are passed by.
  @Test(arguments: ObjectFormat.allCases)
  func cachedTreesArePassedByOnlyWhileTheyHold(_ format: ObjectFormat) throws {
    let repository = try repository(format)
    try repository.git("write-tree")
    try repository.stage("b/c/new.txt", token.line)
    try expectOneFinding(repository)
    // Now the index holds a cached tree of every folder, and HEAD lacks one of them.
    try repository.git("write-tree")
    try expectOneFinding(repository)
    // No cached trees at all.
    let listing = try repository.git("ls-files", "--stage")
    try repository.remove(".git/index")
    try repository.git("update-index", "--index-info", input: Array((listing + "\n").utf8))
    try expectOneFinding(repository)
    try repository.git("read-tree", "HEAD")
    #expect(try repository.scan().isClean)
    try repository.stage("b/c/new.txt", token.line)
    try expectOneFinding(repository)
  }

  /// Breaks when a cached tree is compared with the wrong folder: two folders trade places.
  @Test(arguments: ObjectFormat.allCases)
  func foldersThatTradePlacesAreCompared(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("x/f.txt", token.line)
    try repository.stage("y/f.txt", "y\n")
    try repository.commit()
    try repository.shell("mv x z && mv y x && mv z y && git add --all && git write-tree >/dev/null")
    let report = try repository.scan()
    // The secret is at a new path while nothing was removed: a copy, as far as a commit can tell.
    #expect(report.places == ["y/f.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.coverage.blobs == 2)
  }

  /// Breaks when an entry that is a whole folder is taken for a blob, or refused.
  @Test(arguments: ObjectFormat.allCases)
  func aSparseIndexIsRead(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for path in ["a/one.txt", "a/deep/two.txt", "b/three.txt", "b/c/four.txt"] { try repository.stage(path, path) }
    try repository.commit()
    try repository.git("sparse-checkout", "init", "--cone", "--sparse-index")
    try repository.git("sparse-checkout", "set", "b")
    #expect(try repository.git("ls-files", "--sparse", "--stage").contains("040000"))
    #expect(try repository.scan().isClean)
    try repository.stage("b/c/new.txt", token.line)
    try expectOneFinding(repository)
    #expect(try repository.git("ls-files", "--sparse", "--stage").contains("040000"))
  }

  /// Breaks when a folder that is collapsed in the index is not compared with HEAD's.
  @Test(arguments: ObjectFormat.allCases)
  func aCollapsedFolderMayBringSomethingNew(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for path in ["a/one.txt", "a/deep/two.txt", "b/three.txt"] { try repository.stage(path, path) }
    try repository.commit()
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("a/deep/secret.txt", token.line)
    try repository.git("sparse-checkout", "init", "--cone", "--sparse-index")
    try repository.git("sparse-checkout", "set", "b")
    // The index stays at `side`, where the secret stands inside a collapsed folder, while HEAD goes back.
    try repository.git("reset", "--soft", "--quiet", "main")
    #expect(try repository.git("ls-files", "--sparse").split(separator: "\n").contains("a/"))
    let report = try repository.scan()
    #expect(report.places == ["a/deep/secret.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when a split index is read as the few entries of its own file.
  @Test(arguments: ObjectFormat.allCases)
  func aSplitIndexIsRead(_ format: ObjectFormat) throws {
    let repository = try repository(format)
    try repository.git("config", "splitIndex.maxPercentChange", "100")
    try repository.stage("b/c/new.txt", token.line)
    try repository.git("update-index", "--split-index")
    try expectOneFinding(repository)
    try repository.stage("a/one.txt", "changed\n")
    try expectOneFinding(repository, blobs: 2)
    try repository.commit()
    #expect(try repository.scan().isClean)
  }

  /// Breaks when extensions that a reader may ignore stop it, or are read wrongly.
  @Test(arguments: ObjectFormat.allCases)
  func optionalExtensionsDoNotMatter(_ format: ObjectFormat) throws {
    let repository = try repository(format)
    try repository.git("config", "core.untrackedCache", "true")
    try repository.git("config", "index.threads", "4")
    try repository.git("config", "index.recordOffsetTable", "true")
    try repository.git("config", "index.recordEndOfIndexEntries", "true")
    try repository.git("update-index", "--force-untracked-cache")
    try repository.git("rm", "--quiet", "--cached", "five.txt")
    try repository.stage("b/c/new.txt", token.line)
    try expectOneFinding(repository)
  }

  /// Breaks when an index that cannot be read counts as empty, or brings the program down.
  @Test(arguments: ObjectFormat.allCases)
  func aDamagedIndexIsAnError(_ format: ObjectFormat) throws {
    let repository = try repository(format)
    try repository.stage("b/c/new.txt", token.line)
    let whole = try repository.bytes(of: ".git/index")
    let lengths = [0, 1, 11, 12, 31, 33, 60, 100, whole.count / 2, whole.count - 40, whole.count - 21]
    for length in lengths {
      try repository.write(".git/index", Array(whole.prefix(length)))
      let report = try repository.scan()
      #expect(report.status == 2, "of \(whole.count) bytes \(length): \(report)")
      #expect(report.errors.contains("error: "), "of \(whole.count) bytes \(length): \(report)")
    }
    let garbage: [[UInt8]] = [
      Array("not an index at all, but long enough to be one".utf8), Array(repeating: 0, count: 500),
      whole.prefix(8) + [0xFF, 0xFF, 0xFF, 0xFF] + whole.dropFirst(12), whole.prefix(7) + [9] + whole.dropFirst(8),
    ]
    for bytes in garbage {
      try repository.write(".git/index", bytes)
      let report = try repository.scan()
      #expect(report.status == 2, "\(report)")
    }
  }

  /// Breaks when a flipped byte brings the program down: it may change what an entry says, never how the program ends.
  @Test func flippedBytesNeverCrashTheProgram() throws {
    let repository = try repository(.sha1)
    try repository.stage("b/c/new.txt", token.line)
    try repository.git("write-tree")
    let whole = try repository.bytes(of: ".git/index")
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4) { bytes[bytes.indices.randomElement() ?? 0] = UInt8.random(in: 0...255) }
      try repository.write(".git/index", bytes)
      let status = try repository.scan().status
      #expect([0, 1, 2].contains(status), "\(status) with \(bytes)")
    }
  }
}
