import Testing

/// The places in a history where a secret can hide from whoever reads diffs. In each of them the scan finds it, and says which
/// commit or tag brought it in.
@Suite struct ScanHistoryTests {
  private let token = FakeSecret.gitHubToken()

  /// How the objects are stored: what git has just written, or one pack with deltas.
  enum Storage: CaseIterable, CustomTestStringConvertible {
    case loose, packed

    var testDescription: String { "\(self)" }
  }

  private func repository(_ format: ObjectFormat) throws -> GitRepository {
    let repository = try GitRepository(format)
    // Enough of a text that its versions become deltas.
    try repository.commit("a.txt", String(repeating: "a line of text\n", count: 40))
    return repository
  }

  private func history(
    _ repository: GitRepository, _ storage: Storage, _ options: String...
  ) throws -> ScanReport {
    if storage == .packed { try repository.git("repack", "-adfq", "--keep-unreachable") }
    return try repository.stanch().scan(["scan", "history"] + options)
  }

  /// The one finding, which has to be there.
  private func finding(_ report: ScanReport) throws -> ScanReport.Finding {
    #expect(report.status == 1, "\(report)")
    let findings = try #require(report.verdict).findings
    #expect(findings.map(\.rule) == [token.rule], "\(report)")
    return try #require(findings.first)
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func nothingIsFoundWhereNothingIs(_ format: ObjectFormat, _ storage: Storage) throws {
    let report = try history(try repository(format), storage)
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
    #expect(report.verdict?.coverage.messages == 1)
  }

  /// Breaks when only what HEAD holds is looked at.
  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aFileThatIsGone(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.stage("gone.txt", token.line)
    let commit = try repository.commit()
    try repository.git("rm", "-q", "gone.txt")
    try repository.commit()
    let finding = try finding(try history(repository, storage))
    #expect(finding.path == "gone.txt" && finding.startLine == 1)
    #expect(finding.commit?.id == commit)
    #expect(finding.inHead == false && finding.reach == "reference")
    #expect(finding.references == ["refs/heads/main"])
  }

  /// Breaks when the copied part of a version is not looked at round what is new, or is reported again.
  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aVersionAmongMany(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    let lines = (0..<200).map { "line \($0) of a text that changes now and then\n" }
    var commit = ""
    for version in 0..<8 {
      var text = lines
      text[100] = "version \(version)\n"
      if version >= 3 { text[50] = "token = \(token.text)\n" }
      try repository.stage("b.txt", text.joined())
      let made = try repository.commit("version \(version)")
      if version == 3 { commit = made }
    }
    let finding = try finding(try history(repository, storage))
    #expect(finding.path == "b.txt" && finding.startLine == 51)
    #expect(finding.commit?.id == commit)
    #expect(finding.occurrences == 5 && finding.inHead == true)
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func anEvilMerge(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.git("checkout", "-q", "-b", "side")
    try repository.commit("side.txt", "side\n")
    try repository.git("checkout", "-q", "main")
    try repository.commit("main.txt", "main\n")
    try repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
    try repository.stage("evil.txt", token.line)
    let merge = try repository.commit("merge")
    let finding = try finding(try history(repository, storage))
    #expect(finding.path == "evil.txt")
    #expect(finding.commit?.id == merge)
    #expect(finding.references == ["refs/heads/main"])
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aChangeOfType(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.git("rm", "-q", "a.txt")
    try repository.shell("ln -s '\(token.text)' a.txt")
    try repository.git("add", "a.txt")
    let commit = try repository.commit()
    let finding = try finding(try history(repository, storage))
    #expect(finding.path == "a.txt")
    #expect(finding.commit?.id == commit)
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aFileWithoutDiff(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.commit(".gitattributes", "*.txt -diff\n")
    try repository.stage("hidden.txt", token.line)
    let commit = try repository.commit()
    #expect(try finding(try history(repository, storage)).commit?.id == commit)
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func textInUTF16(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    let units = "\u{FEFF}key: \(token.line)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try repository.stage("wide.txt", units)
    let commit = try repository.commit()
    let finding = try finding(try history(repository, storage))
    #expect(finding.path == "wide.txt" && finding.commit?.id == commit)
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aTextWithANUL(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.stage("nul.txt", Array("first\0line\n".utf8) + Array(token.line.utf8))
    let commit = try repository.commit()
    let finding = try finding(try history(repository, storage))
    #expect(finding.path == "nul.txt" && finding.startLine == 2 && finding.commit?.id == commit)
  }

  /// Breaks when one of a stash's commits is not followed: the staged half, the other, and files that were not tracked.
  @Test(arguments: ["staged", "unstaged", "untracked", "older"], Storage.allCases)
  func aStash(_ half: String, _ storage: Storage) throws {
    let repository = try repository(.sha1)
    switch half {
    case "staged":
      // Staged, and taken out of the file again: only the index half of the stash holds it.
      try repository.stage("a.txt", token.line)
      try repository.write("a.txt", "clean\n")
    case "untracked": try repository.write("new.txt", token.line)
    default: try repository.write("a.txt", token.line)
    }
    try repository.git("stash", "push", "-q", "--include-untracked")
    if half == "older" {
      try repository.write("a.txt", "another change\n")
      try repository.git("stash", "push", "-q")
    }
    let finding = try finding(try history(repository, storage))
    #expect(finding.reach == "stash")
    #expect(finding.inHead == false)
    let stash = half == "older" ? "stash@{1}" : "stash@{0}"
    let holders = try repository.git("rev-parse", "\(stash)^2", half == "untracked" ? "\(stash)^3" : stash)
    #expect(holders.contains(try #require(finding.commit).id), "\(finding)")
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aNote(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.git("notes", "add", "-m", "look: \(token.text)")
    let note = try repository.git("rev-parse", "refs/notes/commits")
    let finding = try finding(try history(repository, storage))
    #expect(finding.commit?.id == note)
    #expect(finding.references == ["refs/notes/commits"])
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aCommitMessage(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    let commit = try repository.commit("subject\n\nuses \(token.text)")
    try repository.commit("another")
    let finding = try finding(try history(repository, storage))
    #expect(finding.kind == "commitMessage" && finding.startLine == 3)
    #expect(finding.commit?.id == commit)
    #expect(finding.inHead == nil && finding.references == ["refs/heads/main"])
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aTagMessage(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.git("tag", "-a", "v1", "-m", "release with \(token.text)")
    let tag = try repository.git("rev-parse", "refs/tags/v1")
    let finding = try finding(try history(repository, storage))
    #expect(finding.kind == "tagMessage")
    #expect(finding.commit?.id == tag)
    #expect(finding.references == ["refs/tags/v1"])
  }

  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func anAmendedCommit(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.stage("b.txt", token.line)
    let amended = try repository.commit()
    try repository.stage("b.txt", "clean\n")
    try repository.git("commit", "-q", "--amend", "--no-verify", "-m", "clean")
    let finding = try finding(try history(repository, storage))
    #expect(finding.commit?.id == amended)
    #expect(finding.reach == "reflog" && finding.references == [])
  }

  /// Breaks when a dangling blob is passed by although it is asked for, or reported although it is not.
  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aDanglingBlob(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    let blob = try repository.git("hash-object", "-w", "--stdin", input: Array(token.line.utf8))
    #expect(try history(repository, storage).isClean)
    let finding = try finding(try history(repository, storage, "--unreachable"))
    #expect(finding.path == blob && finding.reach == "nothing")
    #expect(finding.commit == nil)
  }

  /// Breaks when what a dropped commit brought in is reported without being asked for, or not found when it is.
  @Test(arguments: ObjectFormat.allCases, Storage.allCases)
  func aCommitThatNothingLeadsTo(_ format: ObjectFormat, _ storage: Storage) throws {
    let repository = try repository(format)
    try repository.stage("b.txt", token.line)
    let dropped = try repository.commit("with \(token.text)")
    try repository.git("reset", "-q", "--hard", "HEAD~")
    try repository.git("reflog", "expire", "--expire=now", "--all")
    try repository.shell("rm -f .git/ORIG_HEAD")
    #expect(try history(repository, storage).isClean)
    let finding = try finding(try history(repository, storage, "--unreachable"))
    #expect(finding.commit?.id == dropped && finding.reach == "nothing")
    #expect(finding.occurrences == 2)
  }

  /// Breaks when one secret is several findings, or its places are miscounted.
  @Test(arguments: Storage.allCases)
  func oneSecretIsOneFinding(_ storage: Storage) throws {
    let repository = try repository(.sha1)
    try repository.stage("z.txt", token.line)
    let first = try repository.commit()
    try repository.stage("b/copy.txt", token.line)
    try repository.stage("c.txt", token.line + token.line)
    try repository.commit("moved \(token.text)")
    let finding = try finding(try history(repository, storage))
    #expect(finding.commit?.id == first && finding.path == "z.txt")
    #expect(finding.paths == ["b/copy.txt", "c.txt", "z.txt"])
    #expect(finding.occurrences == 5)
  }

  /// Breaks when the plain way finds something else.
  @Test(arguments: Storage.allCases)
  func thePlainWayFindsTheSame(_ storage: Storage) throws {
    let repository = try repository(.sha1)
    for number in 0..<12 {
      let lines = (0..<60).map { "line \($0) \($0 == number * 4 ? FakeSecret.awsKeyID().text : "")\n" }
      try repository.commit("text.txt", lines.joined())
    }
    let quick = try history(repository, storage)
    let plain = try history(repository, storage, "--exhaustive")
    #expect(quick.verdict?.findings.count == 12)
    #expect(quick.places == plain.places)
    #expect(quick.verdict?.findings.map(\.commit?.id) == plain.verdict?.findings.map(\.commit?.id))
  }

  /// Breaks when an allowance beside a secret does not count, or counts where it does not stand.
  @Test(arguments: Storage.allCases)
  func whatIsAllowedWhereItStands(_ storage: Storage) throws {
    let repository = try repository(.sha1)
    try repository.commit("b.txt", "k = \(token.text) # stanch:allow \(token.rule) -- a sample\n")
    let allowed = try history(repository, storage)
    #expect(allowed.status == 0 && allowed.allowedPlaces == ["b.txt:1 \(token.rule)"], "\(allowed)")
    try repository.commit("c.txt", token.line)
    let finding = try finding(try history(repository, storage))
    #expect(finding.path == "c.txt" && finding.occurrences == 1)
  }

  /// Breaks when a configuration below the root is not asked, or asked for other folders.
  @Test(arguments: Storage.allCases)
  func foldersHaveTheirOwnRules(_ storage: Storage) throws {
    let repository = try repository(.sha1)
    let rule = "[[rules]]\nid = 'own'\ndescription = 'own'\nregex = 'own-[0-9]{6}'\nkeywords = ['own-']\n"
    try repository.commit("sub/.stanch.toml", rule)
    try repository.commit("sub/x.txt", "own-847261\n")
    try repository.commit("x.txt", "own-847261\n")
    try repository.commit(".gitleaksignore", "y.txt:\(token.rule):1\n")
    try repository.commit("y.txt", token.line)
    let report = try history(repository, storage)
    #expect(report.places == ["sub/x.txt:1 own"], "\(report)")
    #expect(report.allowedPlaces == ["y.txt:1 \(token.rule)"])
  }

  // MARK: What is not there

  /// Breaks when a blob that is gone or damaged passes for one that was looked at.
  @Test(arguments: ["blob", "tree", "commit"], ["removed", "damaged"])
  func objectsThatAreLost(_ kind: String, _ how: String) throws {
    let repository = try repository(.sha1)
    try repository.commit("b/b.txt", "text\n")
    try repository.commit("c.txt", "text of c\n")
    let name = ["blob": "HEAD~:b/b.txt", "tree": "HEAD~:b", "commit": "HEAD~"][kind] ?? ""
    let id = try repository.git("rev-parse", name)
    let file = ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    try repository.shell(how == "removed" ? "rm -f \(file)" : "chmod u+w \(file); printf 'xx' >\(file)")
    let report = try history(repository, .loose)
    #expect(report.status == 2, "\(report)")
    #expect(report.verdict?.complete == false)
    #expect(report.verdict?.incidents.contains { $0.kind == "unreadable" } == true, "\(report)")
  }

  @Test func aShallowCloneSaysWhatIsNotThere() throws {
    let repository = try repository(.sha1)
    for number in 0..<3 { try repository.commit("b.txt", "version \(number)\n") }
    try repository.git("clone", "-q", "--depth=1", "file://\(repository.root)", "../shallow")
    let report = try repository.sibling("shallow").stanch().scan(["scan", "history"])
    #expect(report.status == 2 && report.incidents == ["shallow history"], "\(report)")
    let tolerated = try repository.sibling("shallow").stanch().scan(["scan", "history", "--tolerate", "shallow"])
    #expect(tolerated.status == 0)
  }

  @Test func aPartialCloneSaysHowMuchIsNotThere() throws {
    let repository = try repository(.sha1)
    for number in 0..<3 { try repository.commit("b.txt", "version \(number)\n") }
    try repository.git("config", "uploadpack.allowFilter", "true")
    try repository.git("clone", "-q", "--filter=blob:none", "--no-checkout", "file://\(repository.root)", "../partial")
    let report = try repository.sibling("partial").stanch().scan(["scan", "history"])
    #expect(report.status == 2 && report.incidents == ["partial history"], "\(report)")
    #expect(report.verdict?.incidents.first?.reason.contains("4 objects") == true, "\(report)")
  }

  @Test func aTextOverTheLimitIsNotPassedBy() throws {
    let repository = try repository(.sha1)
    try repository.commit("big.txt", String(repeating: "x", count: 5000))
    let report = try history(repository, .packed, "--size-limit", "4000")
    #expect(report.status == 2 && report.verdict?.incidents.map(\.kind) == ["oversize"], "\(report)")
    #expect(report.incidents.first?.contains("big.txt") == true)
  }

  @Test func beforeTheFirstCommitThereIsNothing() throws {
    let repository = try GitRepository()
    #expect(try history(repository, .loose).isClean)
  }

  /// Breaks when bare repositories or other folders than the root are not served.
  @Test func bareRepositoriesAreScanned() throws {
    let repository = try repository(.sha1)
    try repository.commit("b.txt", token.line)
    try repository.git("clone", "-q", "--bare", ".", "../bare")
    let report = try repository.sibling("bare").stanch().scan(["scan", "history"])
    #expect(try finding(report).path == "b.txt")
  }
}
