import FoundationEssentials
import Testing

/// `stanch scan tree`: what one commit holds, whatever the working tree and the index do.
@Suite struct ScanTreeTests {
  private let token = FakeSecret.gitHubToken()

  private func scan(_ repository: GitRepository, _ arguments: String...) throws -> ScanReport {
    try repository.stanch().scan(["scan", "tree"] + arguments)
  }

  private func places(_ paths: String...) -> [String] { paths.map { "\($0):1 \(token.rule)" } }

  /// Breaks when anything but the commit's own tree is read.
  @Test(arguments: ObjectFormat.allCases)
  func theCommitIsReadAndNotTheWorkingTree(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a/b.txt", token.line)
    try repository.write("a/b.txt", "clean\n")
    try repository.stage("staged.txt", token.line)
    let report = try scan(repository)
    #expect(report.places == places("a/b.txt"), "\(report)")
    #expect(report.status == 1)
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when a form in which git takes a revision is not understood.
  @Test(arguments: ObjectFormat.allCases)
  func everyFormOfARevisionIsTaken(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("folder/a.txt", token.line)
    try repository.git("tag", "-a", "-m", "annotated", "v1")
    try repository.git("tag", "light")
    let commit = try repository.git("rev-parse", "HEAD")
    let tree = try repository.git("rev-parse", "HEAD^{tree}")
    try repository.remove("folder/a.txt")
    try repository.git("commit", "--quiet", "-a", "-m", "gone")
    for revision in ["HEAD~1", "HEAD^", "v1", "light", commit, String(commit.prefix(12)), tree, "v1^{commit}", "@{1}"] {
      #expect(try scan(repository, revision).places == places("folder/a.txt"), "\(revision)")
    }
    #expect(try scan(repository, "HEAD~1:folder").places == places("a.txt"))
    #expect(try scan(repository, "HEAD").isClean)
    #expect(try scan(repository).isClean)
  }

  /// Breaks when a name that means nothing gives an empty scan, or reaches git as an option.
  @Test(arguments: ["nowhere", "HEAD~5", "HEAD:a.txt", "-h", "--all", "HEAD..HEAD", ""], ObjectFormat.allCases)
  func anUnknownRevisionIsAnError(_ revision: String, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "clean\n")
    let ending = try repository.stanch().run("scan", "tree", "--format", "json", "--", revision)
    #expect(ending.status == 2)
    #expect(ending.text.isEmpty)
    #expect(ending.errors.hasPrefix("error: looking for the tree of"), "\(ending.errors)")
  }

  /// Breaks when the time before the first commit counts as clean.
  @Test func anUnbornBranchIsAnError() throws {
    #expect(try scan(GitRepository()).status == 2)
  }

  /// Breaks when a working tree is needed.
  @Test(arguments: ObjectFormat.allCases)
  func aBareRepositoryIsScanned(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", token.line)
    try repository.git("clone", "--quiet", "--bare", ".", "../bare.git")
    #expect(try scan(repository.sibling("bare.git")).places == places("a.txt"))
  }

  /// Breaks when a blob at several paths is read for each, or reported at one of them only.
  @Test(arguments: ObjectFormat.allCases)
  func aBlobIsReadOnceAndReportedAtEveryPath(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for path in ["a.txt", "b/a.txt", "c/d/a.txt"] { try repository.stage(path, token.line) }
    try repository.commit()
    let report = try scan(repository)
    #expect(report.places == places("a.txt", "b/a.txt", "c/d/a.txt"))
    #expect(report.verdict?.findings.map(\.occurrences) == [3, 3, 3])
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when what holds at one path of a blob is taken to hold at its others.
  @Test(arguments: ObjectFormat.allCases)
  func theConfigurationOfEachPathIsObeyed(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let text = token.line + "marker-830174\n"
    for path in ["allowed/a.txt", "b.txt", "inner/c.txt", "z.key"] { try repository.stage(path, text) }
    try repository.commit()
    try repository.write("inner/.stanch.toml", "[extend]\ndisabledRules = ['\(token.rule)']\n")
    #expect(try scan(repository).places == places("allowed/a.txt", "b.txt", "z.key"))
    let rules = """
      [allowlist]
      paths = ['^allowed/']
      [[rules]]
      id = "only-keys"
      description = "a word in a key file"
      regex = 'marker-[0-9]{6}'
      path = '\\.key$'
      keywords = ["marker-"]
      """
    try repository.write(".stanch.toml", rules)
    let report = try scan(repository)
    #expect(report.verdict?.coverage.excluded == 1)
    #expect(report.places.filter { $0.hasSuffix(token.rule) } == places("b.txt", "z.key"), "\(report)")
    #expect(report.places.filter { $0.hasSuffix("only-keys") } == ["z.key:2 only-keys"])
  }

  /// Breaks when the target of a link, which git keeps as a blob, is passed by, or a submodule is an incident.
  @Test(arguments: ObjectFormat.allCases)
  func linksAreTextsAndSubmodulesAreNot(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.shell("ln -s '\(token.text)' link")
    try repository.git("add", "link")
    let commit = try repository.commit()
    try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),module")
    try repository.commit()
    let report = try scan(repository)
    #expect(report.places == places("link"), "\(report)")
    #expect(report.verdict?.coverage.submodules == 1)
    #expect(report.incidents.isEmpty)
  }

  /// Breaks when a path that is no UTF-8, or has a line break, is skipped or spoiled.
  @Test(arguments: ObjectFormat.allCases)
  func pathsAreBytes(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let blob = try repository.git("hash-object", "-w", "--stdin", input: Array(token.line.utf8))
    let entry = Array("100644 \(blob)\tcaf".utf8) + [0xE9, 0x2F, 0xFF, 0x0A] + Array("x\t.txt".utf8) + [0]
    try repository.git("update-index", "--add", "-z", "--index-info", input: entry)
    try repository.commit()
    let ending = try repository.stanch().run("scan", "tree", "--format", "sarif")
    #expect(ending.text.contains("\"caf%E9/%FF%0Ax%09.txt\""), "\(ending.text)")
  }

  /// Breaks when a blob or folder that is not there, or is damaged, is passed by, or ends the whole scan.
  @Test(arguments: ["HEAD:folder/gone.txt", "HEAD:folder"], ObjectFormat.allCases)
  func damageIsAnIncident(_ object: String, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", token.line)
    try repository.commit("folder/gone.txt", "some text\n")
    let name = try repository.git("rev-parse", object)
    let path = ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
    for damage in ["chmod u+w \(path); printf x >\(path)", "rm -f \(path)"] {
      try repository.shell(damage)
      let found = try scan(repository)
      #expect(found.status == 1)
      #expect(found.places == places("a.txt"))
      #expect(found.incidents.count == 1, "\(found)")
      #expect(found.incidents.allSatisfy { $0.hasPrefix("unreadable ") })
      #expect(try scan(repository, "--tolerate", "oversize", "--size-limit", "1").status == 2)
    }
  }

  /// Breaks when what a partial clone left on the server is taken for damage, is fetched, or is passed by.
  @Test func whatAPartialCloneLacksIsAnIncidentOfItsOwn() throws {
    let origin = try GitRepository()
    try origin.commit("a.txt", token.line)
    try origin.git("config", "uploadpack.allowFilter", "true")
    try origin.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", "file://\(origin.root)", "../partial")
    let partial = origin.sibling("partial")
    let report = try scan(partial)
    #expect(report.status == 2)
    #expect(report.incidents == ["partial a.txt"], "\(report)")
    #expect(try scan(partial, "--tolerate", "partial").status == 0)
  }

  /// Breaks when a blob over the limit is read, or passed by.
  @Test(arguments: ObjectFormat.allCases)
  func aBlobOverTheLimitIsAnIncident(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("b/a.txt", token.line)
    try repository.commit("a.txt", token.line)
    let size = token.line.utf8.count
    #expect(try scan(repository, "--size-limit", "\(size)").places == places("a.txt", "b/a.txt"))
    let report = try scan(repository, "--size-limit", "\(size - 1)")
    #expect(report.status == 2)
    #expect(report.incidents == ["oversize a.txt", "oversize b/a.txt"])
  }

  /// Breaks when packed objects, deltas among them, are read wrongly, or the order of results depends on who was faster.
  @Test(arguments: ObjectFormat.allCases)
  func packedObjectsGiveTheSameForAnyNumberOfThreads(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for number in 0..<100 {
      let lines = (0..<50).map { "line \($0) of all files\n" }.joined()
      try repository.write("f\(number).txt", lines + "\(number)\n" + (number % 3 == 0 ? token.line : ""))
    }
    try repository.git("add", "--all")
    try repository.commit()
    let loose = try repository.stanch().run("scan", "tree", "--format", "csv").text
    try repository.git("gc", "--quiet", "--prune=now")
    for threads in ["1", "4"] {
      let packed = try repository.stanch().run("scan", "tree", "--threads", threads, "--format", "csv").text
      #expect(packed == loose, "\(threads)")
    }
    #expect(loose.split(whereSeparator: \.isNewline).count == 35)
  }
}
