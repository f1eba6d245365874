import FoundationEssentials
import Testing

/// `stanch scan files` in a repository: what git sees of the working tree.
@Suite struct ScanFilesTests {
  private let token = FakeSecret.gitHubToken()

  private func scan(_ repository: GitRepository, _ arguments: String..., folder: String? = nil) throws -> ScanReport {
    try repository.stanch(in: folder).scan(["scan", "files"] + arguments)
  }

  private func places(_ paths: String...) -> [String] { paths.map { "\($0):1 \(token.rule)" } }

  /// Breaks when the index is read instead of the working tree, or untracked files are passed by, or ignored ones are not.
  @Test(arguments: ObjectFormat.allCases)
  func trackedAndUntrackedFilesAreScannedAndIgnoredOnesAreNot(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit(".gitignore", "*.log\n/build/\n")
    try repository.commit("tracked.txt", "nothing yet\n")
    try repository.stage("cleaned.txt", token.line)
    for path in ["tracked.txt", "deep/er/untracked.txt", "a.log", "build/out.txt"] {
      try repository.write(path, token.line)
    }
    try repository.write("cleaned.txt", "nothing any more\n")
    let report = try scan(repository)
    #expect(report.places == places("deep/er/untracked.txt", "tracked.txt"), "\(report)")
    #expect(report.status == 1)
    #expect(report.verdict?.coverage.blobs == 4)
    #expect(report.verdict?.findings.map(\.occurrences) == [2, 2])
  }

  /// Breaks when a file that git tracks is passed by because it is ignored too.
  @Test func aTrackedFileThatIsIgnoredIsScanned() throws {
    let repository = try GitRepository()
    try repository.commit(".gitignore", "*.log\n")
    try repository.stage("a.log", token.line)
    #expect(try scan(repository).places == places("a.log"))
  }

  /// Breaks when a path that is named is not obeyed, or one that is ignored is not scanned although it is named.
  @Test(arguments: [
    ("tracked.txt", ["tracked.txt"]), ("folder", ["folder/a.txt"]), ("folder/", ["folder/a.txt"]),
    ("./folder/../folder/a.txt", ["folder/a.txt"]), ("a.log", ["a.log"]), ("folder/a.log", ["folder/a.log"]),
    ("build", ["build/out.txt"]), (".", ["folder/a.txt", "tracked.txt"]),
  ])
  func namedPathsAreScanned(_ path: String, _ expected: [String]) throws {
    let repository = try GitRepository()
    try repository.commit(".gitignore", "*.log\n/build/\n")
    for path in ["tracked.txt", "folder/a.txt", "folder/a.log", "a.log", "build/out.txt"] {
      try repository.write(path, token.line)
    }
    try repository.git("add", "--all")
    let report = try scan(repository, path)
    #expect(report.places == expected.map { "\($0):1 \(token.rule)" }, "\(report)")
  }

  /// Breaks when what is named twice is scanned twice.
  @Test func pathsThatOverlapCountOnce() throws {
    let repository = try GitRepository()
    try repository.commit("folder/a.txt", token.line)
    let report = try scan(repository, "folder", ".", "folder/a.txt")
    #expect(report.places == places("folder/a.txt"), "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when paths are taken from the current folder, or a scan without paths stops at it.
  @Test func inAFolderBelowTheRootPathsAreFromTheRoot() throws {
    let repository = try GitRepository()
    try repository.commit("top.txt", token.line)
    try repository.commit("folder/a.txt", token.line)
    let folder = repository.root + "/folder"
    #expect(try scan(repository, folder: folder).places == places("folder/a.txt", "top.txt"))
    #expect(try scan(repository, "a.txt", folder: folder).places == places("folder/a.txt"))
    #expect(try scan(repository, ".", folder: folder).places == places("folder/a.txt"))
    #expect(try scan(repository, "../top.txt", folder: folder).places == places("top.txt"))
  }

  /// Breaks when a path that is not there counts as nothing to do.
  @Test(arguments: ["missing.txt", "missing/", "", "file.txt/below"])
  func aPathThatIsNotThereIsAnError(_ path: String) throws {
    let repository = try GitRepository()
    try repository.commit("file.txt", "clean\n")
    let ending = try repository.stanch().run("scan", "files", "file.txt", path)
    #expect(ending.status == 2)
    #expect(ending.text.isEmpty)
    #expect(ending.errors.hasPrefix("error: \(path.isEmpty ? "''" : path): "), "\(ending.errors)")
    #expect(ending.errors.contains("hint: "))
  }

  /// Breaks when a file that was deleted, or that a sparse checkout leaves out, is an incident.
  @Test func trackedFilesThatAreNotOnTheDiskAreNotThere() throws {
    let repository = try GitRepository()
    try repository.commit("kept/a.txt", "clean\n")
    try repository.commit("left/b.txt", token.line)
    try repository.commit("deleted.txt", token.line)
    try repository.git("sparse-checkout", "set", "kept")
    try repository.remove("deleted.txt")
    let report = try scan(repository)
    #expect(report.isClean, "\(report)")
  }

  /// Breaks when a nested configuration is not obeyed, or holds for its neighbours.
  @Test func eachFolderHasItsOwnConfiguration() throws {
    let repository = try GitRepository()
    try repository.write("inner/.stanch.toml", "[extend]\ndisabledRules = ['\(token.rule)']\n")
    for path in ["a.txt", "inner/b.txt", "inner/deep/c.txt", "outer/d.txt"] { try repository.write(path, token.line) }
    #expect(try scan(repository).places == places("a.txt", "outer/d.txt"))
  }

  /// Breaks when a link is followed, or the text of its target, which git keeps, is passed by.
  @Test func theTargetOfALinkIsItsContent() throws {
    let repository = try GitRepository()
    try repository.write("../outside/secret.txt", token.line)
    let other = FakeSecret.gitHubToken()
    try repository.shell(
      "ln -s ../outside out; ln -s ../outside/secret.txt out.txt; ln -s nowhere dangling; ln -s loop loop")
    try repository.shell("ln -s '\(other.text)' named")
    for isTracked in [false, true] {
      if isTracked { try repository.git("add", "--all") }
      let report = try scan(repository)
      #expect(report.places == ["named:1 \(other.rule)"], "\(report)")
      #expect(report.incidents.isEmpty)
      #expect(report.verdict?.coverage.blobs == 5)
    }
    // Neither is it followed when it is named.
    #expect(try scan(repository, "out.txt", "out").isClean)
  }

  /// Breaks when a folder that was replaced by a link out of the tree is entered.
  @Test func aFolderThatBecameALinkIsNotEntered() throws {
    let repository = try GitRepository()
    try repository.write("../outside/a.txt", token.line)
    try repository.commit("folder/a.txt", "clean\n")
    try repository.shell("rm -r folder; ln -s ../outside folder")
    let report = try scan(repository)
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when a FIFO is waited for; the harness ends the program after a time.
  @Test func whatIsNoFileIsPassedBy() throws {
    let repository = try GitRepository()
    try repository.commit("pipe", "clean\n")
    try repository.shell("rm pipe; mkfifo pipe other")
    #expect(try scan(repository).isClean)
    #expect(try scan(repository, "pipe").isClean)
  }

  /// Breaks when a submodule's files are scanned, or nobody is told that they were not.
  @Test func submodulesAreCountedAndPassedBy() throws {
    let repository = try GitRepository()
    let other = try GitRepository(named: "other", in: repository.scratch)
    try other.commit("a.txt", token.line)
    try repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.root, "module")
    let report = try scan(repository)
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.submodules == 1)
    // Unless they are named.
    #expect(try scan(repository, "module").places == places("module/a.txt"))
    #expect(try scan(repository, "module/a.txt").places == places("module/a.txt"))
  }

  /// Breaks when a limit is off by one, or what is over it is passed by.
  @Test func aFileOverTheLimitIsAnIncident() throws {
    let repository = try GitRepository()
    try repository.write("a.txt", token.line)
    let size = token.line.utf8.count
    #expect(try scan(repository, "--size-limit", "\(size)").places == places("a.txt"))
    let report = try scan(repository, "--size-limit", "\(size - 1)")
    #expect(report.status == 2)
    #expect(report.incidents == ["oversize a.txt"])
  }

  /// Breaks when a path is cut, quoted, or taken for an option or pattern.
  @Test(arguments: PathNameTests.awkward)
  func awkwardPathsAreScanned(_ path: String) throws {
    let repository = try GitRepository()
    try repository.write(path, token.line)
    #expect(try scan(repository).places == places(path))
    #expect(try scan(repository, "./\(path)").places == places(path))
  }

  /// Breaks when a path that is no UTF-8 is skipped, or is not exact in SARIF.
  @Test func aPathThatIsNotUTF8IsScanned() throws {
    let repository = try GitRepository()
    try repository.shell("printf '%s\\n' '\(token.text)' > \"$(printf 'caf\\351')\"")
    let ending = try repository.stanch().run("scan", "files", "--format", "sarif")
    #expect(ending.status == 1)
    #expect(ending.text.contains("\"caf%E9\""), "\(ending.text)")
  }

  /// Breaks when the order of results depends on who was faster.
  @Test func theReportIsTheSameForAnyNumberOfThreads() throws {
    let repository = try GitRepository()
    for number in 0..<120 {
      try repository.write("f\(number).txt", number.isMultiple(of: 3) ? "x\n" + token.line + token.line : "clean\n")
    }
    try repository.write(".stanch.toml", "[extend]\n[allowlist]\npaths = ['^f1\\.txt$']\n")
    let reports = try ["1", "4"].map { threads in
      try repository.stanch().run("scan", "files", "--threads", threads, "--size-limit", "200", "--format", "csv").text
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0].split(whereSeparator: \.isNewline).count == 81)
  }

  /// Breaks when a scan of the working tree is answered in a repository that has none.
  @Test func aBareRepositoryHasNoFiles() throws {
    let repository = try GitRepository()
    try repository.git("init", "--quiet", "--bare", "../bare.git")
    let ending = try repository.stanch(in: repository.scratch.path + "/bare.git").run("scan", "files")
    #expect(ending.status == 2)
    #expect(ending.errors.contains("stanch scan tree"), "\(ending.errors)")
  }
}
