import Testing

/// Rules that have a path and no expression, asked of every path that a history ever had.
@Suite struct HistoryPathRulesTests {
  private static let rule = "[[rules]]\nid = 'key-file'\ndescription = 'a file of keys'\npath = '\\.p12$'\n"

  private func repository(_ format: ObjectFormat = .sha1) throws -> GitRepository {
    let repository = try GitRepository(format)
    try repository.commit(".stanch.toml", HistoryPathRulesTests.rule)
    return repository
  }

  private func history(_ repository: GitRepository, _ options: String...) throws -> ScanReport {
    try repository.stanch().scan(["scan", "history"] + options)
  }

  private func only(_ report: ScanReport) throws -> ScanReport.Finding {
    #expect(report.status == 1 && report.verdict?.findings.count == 1 && report.incidents.isEmpty, "\(report)")
    let finding = try #require(report.verdict?.findings.first)
    #expect(finding.rule == "key-file")
    return finding
  }

  /// Breaks when only texts are asked about, or only HEAD's paths.
  @Test(arguments: ObjectFormat.allCases, ScanHistoryTests.Storage.allCases)
  func aFileThatIsGone(_ format: ObjectFormat, _ storage: ScanHistoryTests.Storage) throws {
    let repository = try repository(format)
    try repository.stage("keys/ä b.p12", [0, 1, 2, 255])
    let first = try repository.commit()
    try repository.commit("keys/ä b.p12", "another\n")
    try repository.git("rm", "-q", "keys/ä b.p12")
    try repository.commit()
    if storage == .packed { try repository.git("repack", "-adfq") }
    let finding = try only(try history(repository))
    #expect(finding.path == "keys/ä b.p12" && finding.commit?.id == first)
    #expect(finding.paths == ["keys/ä b.p12"] && finding.occurrences == 2)
    #expect(finding.inHead == false && finding.reach == "reference" && finding.references == ["refs/heads/main"])
    // The plain way finds the same.
    #expect(try only(try history(repository, "--exhaustive")).commit?.id == first)
  }

  /// Breaks when several files are one finding, or a file that came back is not told to be in HEAD.
  @Test func eachPathIsAFinding() throws {
    let repository = try repository()
    for name in ["a.p12", "b.p12", "a.p12.txt"] { try repository.stage(name, "\(name)\n") }
    try repository.commit()
    try repository.git("rm", "-q", "b.p12")
    try repository.commit()
    let report = try history(repository)
    #expect(report.places == ["a.p12:1 key-file", "b.p12:1 key-file"], "\(report)")
    #expect(report.verdict?.findings.map(\.inHead) == [true, false])
    #expect(Set(report.verdict?.findings.map(\.fingerprint) ?? []).count == 2)
    #expect(try repository.scanRange("main").places == report.places)
  }

  /// Breaks when a merge's own files are passed by, or those that it takes from a parent are told to be its own.
  @Test func aMergeBringsInItsOwnFilesOnly() throws {
    let repository = try repository()
    try repository.git("checkout", "-q", "-b", "side")
    try repository.stage("side.p12", "side\n")
    let side = try repository.commit()
    try repository.git("checkout", "-q", "main")
    try repository.commit("main.txt", "main\n")
    try repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
    try repository.stage("evil.p12", "evil\n")
    let merge = try repository.commit("merge")
    let report = try history(repository)
    #expect(report.places == ["evil.p12:1 key-file", "side.p12:1 key-file"], "\(report)")
    #expect(report.verdict?.findings.map(\.commit?.id) == [merge, side])
  }

  /// Breaks when a folder's configuration is not asked, or asked for other folders.
  @Test func aFolderHasItsOwnRules() throws {
    let repository = try GitRepository()
    try repository.commit("sub/.stanch.toml", HistoryPathRulesTests.rule)
    try repository.stage("x.p12", "x\n")
    try repository.stage("sub/deep/x.p12", "x\n")
    try repository.commit()
    #expect(try only(try history(repository)).path == "sub/deep/x.p12")
  }

  /// Breaks when what only a reflog or nothing leads to is told as if a branch did.
  @Test func whatIsDroppedIsToldByWhatLeadsThere() throws {
    let repository = try repository()
    try repository.stage("x.p12", "x\n")
    let dropped = try repository.commit()
    try repository.git("reset", "-q", "--hard", "HEAD~")
    try repository.shell("rm -f .git/ORIG_HEAD")
    let finding = try only(try history(repository))
    #expect(finding.reach == "reflog" && finding.references == [] && finding.commit?.id == dropped)
    try repository.git("reflog", "expire", "--expire=now", "--all")
    #expect(try history(repository).isClean)
    #expect(try only(try history(repository, "--unreachable")).reach == "nothing")
  }

  /// Breaks when a tree that a tag stands for is not looked at.
  @Test(arguments: [true, false]) func aTreeWithoutACommit(_ isAnnotated: Bool) throws {
    let repository = try repository()
    try repository.stage("x.p12", "x\n")
    let tree = try repository.git("write-tree")
    if isAnnotated {
      try repository.git("tag", "-a", "-m", "keys", "keys", tree)
    } else {
      try repository.git("update-ref", "refs/tags/keys", tree)
    }
    let finding = try only(try history(repository))
    #expect(finding.path == "x.p12" && finding.references == ["refs/tags/keys"] && finding.commit == nil)
  }

  /// Breaks when an allowance in the file, in `.gitleaksignore` or of the configuration does not hold.
  @Test func whatIsAllowedIsNoFinding() throws {
    let repository = try repository()
    try repository.stage("a.p12", "# stanch:allow-file key-file -- a sample\n")
    try repository.stage("b.p12", "b\n")
    try repository.stage("left/out.p12", "c\n")
    try repository.commit(
      ".stanch.toml", HistoryPathRulesTests.rule + "[[allowlists]]\npaths = ['^left/']\n")
    try repository.write(".gitleaksignore", "b.p12:key-file:1\n")
    let report = try history(repository)
    #expect(report.status == 0, "\(report)")
    #expect(Set(report.allowedPlaces) == ["a.p12:1 key-file", "b.p12:1 key-file"], "\(report)")
  }

  /// Breaks when a submodule passes for a file.
  @Test func aSubmoduleIsNoFile() throws {
    let repository = try repository()
    let commit = try repository.git("rev-parse", "HEAD")
    try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),module.p12")
    try repository.commit()
    #expect(try history(repository).isClean)
  }

  /// Breaks when no shard asks, or more than one.
  @Test func oneShardAsks() throws {
    let repository = try repository()
    try repository.stage("x.p12", "x\n")
    try repository.stage("y.p12", "y\n")
    try repository.commit()
    let shards = try (1...3).map { number in
      try repository.stanch().run(["scan", "history", "--format", "json", "--shard", "\(number)/3"])
    }
    #expect(shards.map(\.status) == [1, 0, 0])
    for (number, shard) in shards.enumerated() { try repository.write("../r\(number).json", shard.output) }
    let merged = try ScanReport(
      try repository.stanch().run(["merge", "../r0.json", "../r1.json", "../r2.json", "--format", "json"]))
    #expect(merged.places == ["x.p12:1 key-file", "y.p12:1 key-file"], "\(merged)")
  }

  /// Breaks when paths that could not be listed pass for looked at.
  @Test func aTreeThatIsNotThereIsAnIncident() throws {
    let repository = try repository()
    try repository.commit("b/x.p12", "x\n")
    try repository.commit("c.txt", "c\n")
    let tree = try repository.git("rev-parse", "HEAD:b")
    try repository.shell("rm -f .git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    let report = try history(repository)
    #expect(report.status == 2, "\(report)")
    #expect(report.verdict?.incidents.contains { $0.reason.contains("key-file") } == true, "\(report)")
  }
}
