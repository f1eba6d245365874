import Testing

/// Ctrl-C ends a scan with what it has found.
@Suite struct InterruptTests {
  private let token = FakeSecret.gitHubToken()

  /// Runs stanch in a line of shell, where `$stanch` is the program.
  private func run(_ script: String, in repository: GitRepository) throws -> ChildProcess.Ending {
    try ChildProcess(repository.scratch, in: repository.root, environment: ["stanch": StanchProgram.path])
      .run("sh", ["-c", script])
  }

  /// Breaks when a scan that waits does not end, ends without its report, or with another status.
  @Test(arguments: ["INT", "TERM"])
  func aScanThatWaitsEndsWithItsReport(_ signal: String) throws {
    let repository = try GitRepository()
    let ending = try run(
      """
      mkfifo pipe
      exec 3<>pipe
      echo '\(token.text)' >&3
      exec timeout --foreground --preserve-status --signal=\(signal) 1 "$stanch" scan stdin --format json <&3
      """, in: repository)
    let report = try ScanReport(ending)
    #expect(report.status == 130, "\(report)")
    #expect(report.places == ["stdin:1 \(token.rule)"])
    #expect(report.verdict?.complete == false)
    #expect(report.errors.contains("interrupted"), "\(report.errors)")
  }

  /// Breaks when a scan of many files goes on to its end, or loses what it had found.
  @Test func aScanOfManyFilesEndsBetweenTwo() throws {
    let repository = try GitRepository()
    try repository.write("a.txt", token.line)
    try repository.shell("seq -f 'z%g' 4000 | xargs truncate --size=1M")
    let ending = try run(
      "exec timeout --foreground --preserve-status --signal=INT 1 \"$stanch\" scan files --threads 1 --format json",
      in: repository)
    let report = try ScanReport(ending)
    #expect(report.status == 130, "\(report)")
    #expect(report.places == ["a.txt:1 \(token.rule)"])
    #expect(report.verdict?.complete == false)
    #expect((report.verdict?.coverage.blobs ?? 0) < 4000)
  }

  /// Breaks when the second signal has to wait for anything: here, for a reader of the report who never comes.
  @Test func theSecondSignalEndsTheProgramAtOnce() throws {
    let repository = try GitRepository()
    let ending = try run(
      """
      mkfifo pipe report
      exec 3<>pipe
      timeout --foreground --preserve-status --signal=INT 1.5 \
        timeout --foreground --preserve-status --signal=INT 0.7 "$stanch" scan stdin --output report <&3
      """, in: repository)
    #expect(ending.status == 130, "\(ending)")
  }
}
