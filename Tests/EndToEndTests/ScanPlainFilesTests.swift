import FoundationEssentials
import Testing

/// `stanch scan files` outside a repository: plain files and folders.
@Suite struct ScanPlainFilesTests {
  private let token = FakeSecret.gitHubToken()
  /// A folder in which there is no repository.
  private let plain: GitRepository

  init() throws {
    let scratch = try Scratch()
    plain = GitRepository(at: scratch.path + "/plain", in: scratch)
    try FileManager.default.createDirectory(atPath: plain.root, withIntermediateDirectories: true)
  }

  private func scan(_ arguments: String..., in folder: String? = nil) throws -> ScanReport {
    try plain.stanch(in: folder).scan(["scan", "files"] + arguments)
  }

  private func places(_ paths: String...) -> [String] { paths.map { "\($0):1 \(token.rule)" } }

  /// Breaks when a folder is not walked to its end, or git's own files are.
  @Test func foldersAreWalked() throws {
    for path in ["a.txt", "b/c/d.txt", ".hidden/e.txt", ".git/f.txt", "b/.git/g.txt"] {
      try plain.write(path, token.line)
    }
    try plain.write(".gitignore", "*\n")
    #expect(try scan().places == places(".hidden/e.txt", "a.txt", "b/c/d.txt"))
    #expect(try scan("b").places == places("b/c/d.txt"))
    #expect(try scan(plain.root + "/b/").places == places("\(plain.root)/b/c/d.txt"))
    #expect(try scan("b/c/d.txt").places == places("b/c/d.txt"))
    #expect(try scan("../plain/a.txt").places == places("../plain/a.txt"))
    // What is named is scanned.
    #expect(try scan(".git").places == places(".git/f.txt"))
  }

  /// Breaks when files outside the repository that one stands in cannot be scanned.
  @Test func pathsOutsideTheRepositoryArePlainFiles() throws {
    let repository = try GitRepository(in: plain.scratch)
    try repository.commit("a.txt", token.line)
    try plain.write("b.txt", token.line)
    #expect(try scan("../plain", "a.txt", in: repository.root).places == places("../plain/b.txt", "a.txt"))
  }

  /// Breaks when links that were found are followed, or one that was named is not.
  @Test func linksAreFollowedOnlyWhenTheyAreNamed() throws {
    try plain.write("folder/a.txt", token.line)
    try plain.write("links/clean.txt", "clean\n")
    try plain.shell(
      "ln -s ../folder links/dir; ln -s ../folder/a.txt links/file; ln -s . links/loop; ln -s no links/no")
    let report = try scan("links")
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
    #expect(try scan("links/file").places == places("links/file"))
    #expect(try scan("links/dir").places == places("links/dir/a.txt"))
  }

  /// Breaks when a FIFO or a socket is waited for; the harness ends the program after a time.
  @Test func whatIsNoFileIsPassedBy() throws {
    try plain.write("folder/a.txt", "clean\n")
    try plain.shell("mkfifo folder/pipe")
    #expect(try scan("folder").isClean)
    #expect(try scan("folder/pipe").isClean)
    #expect(try scan("/dev/null").isClean)
  }

  /// Breaks when a file that cannot be read counts as clean. The process's own memory can be opened and not read, by root too.
  @Test func aFileThatCannotBeReadIsAnIncident() throws {
    let report = try scan("/proc/self/mem")
    #expect(report.status == 2)
    #expect(report.incidents == ["unreadable /proc/self/mem"], "\(report)")
    #expect(report.errors.contains("hint: "))
    #expect(try scan("/proc/self/mem", "--tolerate", "unreadable").status == 0)
  }

  /// Breaks when a folder that cannot be read counts as empty. Root reads what it likes, but no path of this length.
  @Test func aFolderThatCannotBeReadIsAnIncident() throws {
    try plain.write("a.txt", token.line)
    let name = String(repeating: "n", count: 200)
    try plain.shell("mkdir -p $(printf '\(name)/%.0s' $(seq 22))")
    defer { #expect(throws: Never.self) { try plain.shell("rm -rf \(name)") } }
    let report = try scan()
    #expect(report.status == 1)
    #expect(report.places == places("a.txt"))
    #expect(report.incidents.count == 1)
    #expect(report.incidents.allSatisfy { $0.hasPrefix("unreadable n") })
    try plain.shell("rm a.txt")
    #expect(try scan().status == 2)
  }

  /// Breaks when a file that says it has no bytes, as the system's own do, is taken at its word.
  @Test func aFileThatHidesItsSizeIsReadToItsEnd() throws {
    let report = try plain.stanch(environment: ["SOME_TOKEN": token.text]).scan(["scan", "files", "/proc/self/environ"])
    #expect(report.places == places("/proc/self/environ"), "\(report)")
  }

  /// Breaks when the configuration beside the files is passed by outside a repository.
  @Test func theFoldersOwnConfigurationHolds() throws {
    try plain.write("folder/a.txt", token.line)
    try plain.write("folder/.stanch.toml", "[extend]\ndisabledRules = ['\(token.rule)']\n")
    #expect(try scan().isClean)
    #expect(try scan("folder").isClean)
    #expect(try scan(plain.root + "/folder").isClean)
    #expect(try scan("folder/a.txt").isClean)
  }
}
