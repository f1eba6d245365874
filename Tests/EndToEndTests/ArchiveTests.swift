import Testing

/// Archives as real programs make them, opened with `--archives` and not without it.
@Suite struct ArchiveTests {
  private let token = FakeSecret.gitHubToken()
  private let repository: GitRepository

  init() throws { repository = try GitRepository() }

  /// A shell line that packs the folder `in`, and what the secret in `in/dir/a.txt` is then called.
  struct Packing: CustomTestStringConvertible {
    let command: String
    let place: String

    var testDescription: String { command }

    static let all = [
      Packing(command: "zip -qr x.zip in", place: "x.zip!in/dir/a.txt"),
      Packing(command: "zip -qr0 x.jar in", place: "x.jar!in/dir/a.txt"),
      // Sizes stand behind the members where the archive goes through a pipe.
      Packing(command: "zip -qr - in | cat >x.zip", place: "x.zip!in/dir/a.txt"),
      Packing(command: "python3 -m zipfile -c x.whl in/", place: "x.whl!in/dir/a.txt"),
      Packing(command: "tar --format=ustar -cf x in", place: "x!in/dir/a.txt"),
      Packing(command: "tar --format=gnu -cf x.tar -C in .", place: "x.tar!dir/a.txt"),
      Packing(command: "tar --format=pax -cf x.tar ./in", place: "x.tar!in/dir/a.txt"),
      Packing(command: "tar -czf x.tgz in", place: "x.tgz!in/dir/a.txt"),
      Packing(command: "tar -cf y.tar in; zip -q x.zip y.tar; rm y.tar", place: "x.zip!y.tar!in/dir/a.txt"),
      Packing(command: "gzip -nc in/dir/a.txt >b.txt.gz", place: "b.txt.gz!b.txt"),
      Packing(
        command: "echo x | gzip -c >b.gz; gzip -c in/dir/a.txt | gzip -c >c.gz", place: "c.gz!c!a.txt"),
    ]
  }

  private func pack(_ command: String, _ text: String? = nil) throws {
    // So much that zip packs it.
    try repository.write("in/dir/a.txt", (text ?? "first\n" + token.line) + String(repeating: "more\n", count: 200))
    try repository.write("in/dir/b.bin", [UInt8](repeating: 7, count: 1000))
    try repository.shell("mkdir -p in/none; ln -sf dir/b.bin in/link; \(command); rm -r in")
  }

  private func scan(_ arguments: String...) throws -> ScanReport { try repository.stanch().scan(["scan"] + arguments) }

  /// Breaks when a form is not read, or a member is reported under another name, line or more than once.
  @Test(arguments: Packing.all)
  func aSecretInAnArchiveIsFound(_ packing: Packing) throws {
    try pack(packing.command)
    let report = try scan("files", "--archives")
    #expect(report.incidents.isEmpty, "\(report)")
    #expect(report.places == ["\(packing.place):2 \(token.rule)"], "\(report)")
    #expect(report.status == 1)
  }

  /// Breaks when only one kind of scan opens archives.
  @Test func everyScanOpensThem() throws {
    try repository.commit("plain.txt", "nothing\n")
    try pack("zip -qr x.zip in")
    try repository.git("add", "x.zip")
    let place = ["x.zip!in/dir/a.txt:2 \(token.rule)"]
    #expect(try scan("staged", "--archives").places == place)
    #expect(try scan("staged").isClean)
    let commit = try repository.commit()
    for arguments in [["tree"], ["range", "HEAD~1..HEAD"], ["history"], ["history", "--exhaustive"]] {
      let report = try repository.stanch().scan(["scan"] + arguments + ["--archives"])
      #expect(report.places == place && report.incidents.isEmpty, "\(arguments): \(report)")
      if arguments[0] != "tree" { #expect(report.verdict?.findings.first?.commit?.id == commit) }
      #expect(try repository.stanch().scan(["scan"] + arguments).isClean)
    }
    let ending = try ChildProcess(repository.scratch, in: repository.root).run(
      StanchProgram.path, ["scan", "stdin", "--archives", "--format", "json"],
      input: repository.bytes(of: "x.zip"))
    #expect(try ScanReport(ending).places == ["stdin!in/dir/a.txt:2 \(token.rule)"])
  }

  /// Breaks when an archive that is packed anew is all new, or what it holds anew is not.
  @Test func onlyWhatIsNewInAnArchiveIsReported() throws {
    try pack("zip -qr x.zip in")
    try repository.git("add", "x.zip")
    try repository.commit()
    let other = FakeSecret.slackBotToken()
    try pack("rm x.zip; zip -qr0 x.zip in", "first\n" + token.line + other.line)
    try repository.git("add", "x.zip")
    let place = ["x.zip!in/dir/a.txt:3 \(other.rule)"]
    #expect(try scan("staged", "--archives").places == place)
    try repository.commit()
    #expect(try scan("range", "HEAD~1..HEAD", "--archives").places == place)
    let history = try scan("history", "--archives")
    #expect(Set(history.places) == Set(place + ["x.zip!in/dir/a.txt:2 \(token.rule)"]), "\(history)")
  }

  /// Breaks when an archive that is gone is not opened, or its deltas are scanned instead, or the cache calls it clean.
  @Test func anArchiveThatIsGoneIsOpened() throws {
    try pack("zip -qr0 x.zip in")
    try repository.git("add", "x.zip")
    try repository.commit()
    try repository.git("rm", "-q", "x.zip")
    try repository.commit()
    try repository.git("repack", "-adfq")
    for arguments in [[], ["--archives"], ["--archives"]] {
      let report = try repository.stanch().scan(["scan", "history", "--cache", "../cache"] + arguments)
      // A member that is not packed is seen in the archive's bytes too.
      #expect(report.verdict?.findings.first?.path == (arguments.isEmpty ? "x.zip" : "x.zip!in/dir/a.txt"), "\(report)")
      #expect(report.verdict?.findings.count == 1)
    }
  }

  /// Breaks when comments in a member, allowlists or the baseline do not hold for it.
  @Test func whatIsAllowedInAnArchiveIsAllowed() throws {
    let allow = ["stanch", "allow"].joined(separator: ":")
    try pack("zip -qr x.zip in", "\(token.text) # \(allow) \(token.rule) -- a test\n")
    let allowed = try scan("files", "--archives")
    #expect(allowed.status == 0 && allowed.allowedPlaces == ["x.zip!in/dir/a.txt:1 \(token.rule)"], "\(allowed)")
    try pack("rm x.zip; zip -qr x.zip in")
    for path in ["^in/dir/", "^x.zip!in/dir/a", "^x.zip$"] {
      try repository.write(".stanch.toml", "[allowlist]\npaths = ['\(path)']\n")
      let report = try scan("files", "--archives")
      #expect(report.isClean && (report.verdict?.coverage.excluded ?? 0) > 0, "\(path): \(report)")
    }
    try repository.remove(".stanch.toml")
    #expect(try scan("files", "--archives").status == 1)
    #expect(try repository.stanch().run("baseline", "create", "--archives").status == 0)
    #expect(try scan("files", "--archives").status == 0)
    // Without the option nothing is known of the entry: it is no news that it is not found.
    #expect(try scan("files").verdict?.notices.isEmpty == true)
  }

  /// What of an archive is not looked at, and how that is told.
  struct Gap: CustomTestStringConvertible {
    let command: String
    let incident: String
    var options: [String] = []

    var testDescription: String { command }

    static let all = [
      Gap(command: "zip -qr -P secret x.zip in/dir/a.txt", incident: "unreadable x.zip!in/dir/a.txt"),
      Gap(command: "head -c 20000000 /dev/zero >big; zip -q x.zip big; rm big", incident: "limits x.zip!big"),
      Gap(command: "head -c 20000000 /dev/zero | gzip >x.gz", incident: "limits x.gz"),
      Gap(
        command: "zip -q x.zip in/dir/b.bin", incident: "oversize x.zip!in/dir/b.bin",
        options: ["--size-limit", "999"]),
      Gap(command: "tar -czf - in | head -c 150 >x.tgz", incident: "unreadable x.tgz"),
      Gap(command: "zip -qr - in | head -c 200 >x.zip", incident: "unreadable x.zip"),
      Gap(
        command: "truncate -s 1M in/s; tar -S -cf x.tar in/s", incident: "unreadable x.tar!in/s"),
      Gap(command: "truncate -s 1M in/s; tar -S --format=pax -cf x.tar in/s", incident: "unreadable x.tar!in/s"),
      Gap(
        command: "zip -q 1.zip in/dir/b.bin; zip -q x.zip 1.zip; rm 1.zip", incident: "limits x.zip!1.zip",
        options: ["--archive-depth", "1"]),
      Gap(
        command: "python3 -c 'from zipfile import *; ZipFile(\"x.zip\", \"w\", ZIP_BZIP2).write(\"in/dir/b.bin\")'",
        incident: "unreadable x.zip!in/dir/b.bin"),
    ]
  }

  /// Breaks when something is passed by in silence: then the scan is clean.
  @Test(arguments: Gap.all)
  func whatIsNotOpenedIsTold(_ gap: Gap) throws {
    try pack(gap.command, "nothing\n")
    let report = try repository.stanch().scan(["scan", "files", "--archives"] + gap.options)
    #expect(report.status == 2, "\(report)")
    let kind = String(gap.incident.prefix { $0 != " " })
    #expect(report.incidents == [gap.incident], "\(report)")
    #expect(report.errors.contains("--tolerate \(kind)"))
    let tolerated = try repository.stanch().scan(["scan", "files", "--archives", "--tolerate", kind] + gap.options)
    #expect(tolerated.status == 0, "\(tolerated)")
    try repository.git("add", ".")
    try repository.commit()
    for command in ["tree", "history"] {
      let report = try repository.stanch().scan(["scan", command, "--archives"] + gap.options)
      #expect(report.status == 2, "\(report)")
      #expect(report.incidents == [gap.incident], "\(report)")
    }
  }

  /// Breaks when nothing is a mistake.
  @Test(arguments: ["zip -q x.zip x; zip -qd x.zip x", "tar -cf x.tar -T /dev/null", "gzip -c </dev/null >x.gz"])
  func anArchiveOfNothingIsClean(_ command: String) throws {
    try repository.shell("echo x >x; \(command); rm x")
    let report = try scan("files", "--archives")
    #expect(report.isClean, "\(report)")
  }

  /// Breaks when options that say nothing are taken.
  @Test(arguments: [["--archive-depth", "2"], ["--archives", "--archive-depth", "0"]])
  func depthIsANumberOfArchives(_ options: [String]) throws {
    #expect(try repository.stanch().run(["scan", "files"] + options).status == 64)
  }
}
