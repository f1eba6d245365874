import FoundationEssentials
import Testing

/// Options, streams and files of the program.
@Suite struct OutputTests {
  private let token = FakeSecret.gitHubToken()

  private func repository() throws -> GitRepository {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    return repository
  }

  /// Breaks when a mistake in the command line ends like a finding or a clean scan.
  @Test(arguments: [
    ["scan", "staged", "--nonsense"], ["scan", "nonsense"], ["nonsense"], ["scan", "staged", "--format", "xml"],
    ["scan", "staged", "--tolerate", "everything"], ["scan", "staged", "--size-limit", "0"],
    ["scan", "staged", "--size-limit", "many"], ["scan", "staged", "--threads", "0"], ["scan", "staged", "-q", "-v"],
    ["scan", "staged", "extra"], ["scan", "staged", "--output"], ["scan", "staged", "--color", "pink"],
    ["hook", "run", "nonsense"], ["hook", "install", "nonsense"],
  ])
  func mistakesInTheCommandLineAreUsageErrors(_ arguments: [String]) throws {
    let ending = try repository().stanch().run(arguments)
    #expect(ending.status == 64, "\(ending.errors)")
    #expect(ending.output.isEmpty)
    #expect(!ending.errors.isEmpty)
  }

  @Test(arguments: [["--help"], ["--version"], ["scan", "staged", "--help"]])
  func helpIsNoError(_ arguments: [String]) throws {
    let ending = try repository().stanch().run(arguments)
    #expect(ending.status == 0)
    #expect(!ending.output.isEmpty)
  }

  /// Breaks when findings and prose share a stream.
  @Test func findingsGoToStandardOutputAndProseToStandardError() throws {
    let ending = try repository().stanch().run("scan", "staged")
    #expect(ending.status == 1)
    #expect(ending.text.contains("a.txt:1:1") && !ending.text.contains("hint"))
    #expect(ending.errors.contains("hint: ") && !ending.errors.contains("a.txt:1:1"))
    let clean = try GitRepository().stanch().run("scan", "staged")
    #expect(clean.output.isEmpty)
    #expect(clean.errors.hasPrefix("stanch: no secrets found"))
    #expect(try GitRepository().stanch().run("scan", "staged", "--quiet").errors.isEmpty)
  }

  /// Breaks when `-q` hides what was not looked at.
  @Test func quietStillSaysWhatWasNotLookedAt() throws {
    let ending = try repository().stanch().run("scan", "staged", "--quiet", "--size-limit", "1")
    #expect(ending.status == 2)
    #expect(ending.errors.contains("not looked at: a.txt"))
  }

  @Test func theReportMayGoToAFile() throws {
    let repository = try repository()
    let ending = try repository.stanch().run("scan", "staged", "--format", "json", "--output", "../report.json")
    #expect(ending.status == 1)
    #expect(ending.output.isEmpty)
    let report = try ScanReport(status: 1, errors: "", json: repository.bytes(of: "../report.json"))
    #expect(report.places == ["a.txt:1 \(token.rule)"])
    // And replaces an earlier one.
    try repository.stage("a.txt", "clean\n")
    _ = try repository.stanch().run("scan", "staged", "--format", "json", "--output", "../report.json")
    #expect(try ScanReport(status: 0, errors: "", json: repository.bytes(of: "../report.json")).places.isEmpty)
  }

  /// Breaks when a report that nobody can read counts as given.
  @Test(arguments: ["nowhere/report.json", ".", "a.txt/report.json"], [true, false])
  func aReportThatCannotBeWrittenIsAnError(_ path: String, _ isClean: Bool) throws {
    let repository = try repository()
    if isClean { try repository.stage("a.txt", "clean\n") }
    let ending = try repository.stanch().run("scan", "staged", "--format", "json", "--output", path)
    #expect(ending.status == 2)
    #expect(ending.errors.contains("error: ") && ending.errors.contains(path))
    let left = try FileManager.default.contentsOfDirectory(atPath: repository.root)
    #expect(left.sorted() == [".git", "a.txt"])
  }

  /// Breaks when a link or pipe that is named as output is replaced by a file: as root, `--output /dev/null` would be the end
  /// of that device.
  @Test func whatIsNoPlainFileIsWrittenIntoAndNotReplaced() throws {
    let repository = try repository()
    try repository.shell(": >../target && ln -s target ../link && mkfifo ../pipe && (cat ../pipe >../piped &)")
    let link = try repository.stanch().run("scan", "staged", "--format", "json", "--output", "../link")
    #expect(link.status == 1)
    let kind = ChildProcess(repository.scratch, in: repository.scratch.path)
    #expect(try kind.run("readlink", ["link"]).text == "target\n")
    #expect(!(try repository.bytes(of: "../target")).isEmpty)
    _ = try repository.stanch().run("scan", "staged", "--format", "json", "--output", "../pipe")
    #expect(try kind.run("test", ["-p", "pipe"]).status == 0)
    // Lets the reader go where nothing was written.
    _ = try kind.run("sh", ["-c", "[ -p pipe ] && : <>pipe; rm -f pipe"])
  }

  /// Breaks when a report that could not be printed counts as given.
  @Test(arguments: ["text", "json", "sarif"])
  func aFullDeviceIsAnError(_ format: String) throws {
    var program = try repository().stanch()
    program.output = .file("/dev/full")
    let ending = try program.run("scan", "staged", "--format", format)
    #expect(ending.status == 2, "\(ending.errors)")
    #expect(ending.errors.contains("error: "))
  }

  /// Breaks when a closed standard output takes the next file that is opened for it.
  @Test(arguments: ["text", "json", "sarif"])
  func aClosedStandardOutputIsAnError(_ format: String) throws {
    let repository = try repository()
    try repository.git("gc", "--quiet")
    var program = repository.stanch()
    program.output = .closed
    let ending = try program.run("scan", "staged", "--format", format)
    #expect(ending.status == 2, "\(ending.errors)")
    #expect(try repository.scan().status == 1)
    let toFile = try program.run("scan", "staged", "--format", format, "--output", "../report")
    #expect(toFile.status == 1)
    // Prose belongs to a report of text alone.
    let report = String(decoding: try repository.bytes(of: "../report"), as: UTF8.self)
    #expect(report.contains("hint: ") == (format == "text"))
  }

  /// Breaks when a reader that goes away makes the scan look clean.
  @Test func aReaderThatGoesAwayIsNotStatusZero() throws {
    let repository = try repository()
    for number in 0..<400 { try repository.write("many/\(number).txt", FakeSecret.gitHubToken().line) }
    try repository.git("add", "--all")
    let program = "'\(StanchProgram.path)' scan staged --format json"
    let script = "{ \(program) && echo 0 >../status || echo $? >../status; } | true"
    try repository.shell(script)
    let status = String(decoding: try repository.bytes(of: "../status"), as: UTF8.self)
    #expect(!["0\n", ""].contains(status), "\(status)")
  }

  private static let escape = "\u{1B}["

  /// Breaks when colours reach a file, or are asked for in vain.
  @Test func coloursAreForTerminals() throws {
    let program = try repository().stanch()
    let plain = try program.run("scan", "staged")
    #expect(!plain.text.contains(Self.escape) && !plain.errors.contains(Self.escape))
    let colourful = try program.run("scan", "staged", "--color", "always")
    #expect(colourful.text.contains(Self.escape) && colourful.errors.contains(Self.escape))
    let json = try program.run("scan", "staged", "--color", "always", "--format", "json")
    #expect(!json.text.contains(Self.escape))
  }

  /// A run on a pseudo-terminal, whose output is both streams.
  private func onTerminal(
    _ repository: GitRepository, _ options: String, _ environment: [String: String]
  ) throws -> String {
    let command = "'\(StanchProgram.path)' scan staged \(options)"
    return try ChildProcess(repository.scratch, in: repository.root, environment: environment)
      .run("script", ["--quiet", "--command", command, "/dev/null"]).text
  }

  /// Breaks when NO_COLOR is not obeyed, or an explicit choice does not win over it.
  @Test func noColorIsObeyedOnATerminal() throws {
    let repository = try repository()
    #expect(try onTerminal(repository, "", [:]).contains(Self.escape))
    #expect(try onTerminal(repository, "", ["NO_COLOR": ""]).contains(Self.escape))
    #expect(try !onTerminal(repository, "", ["NO_COLOR": "1"]).contains(Self.escape))
    #expect(try !onTerminal(repository, "", ["TERM": "dumb"]).contains(Self.escape))
    #expect(try !onTerminal(repository, "--color never", [:]).contains(Self.escape))
    #expect(try onTerminal(repository, "--color always", ["NO_COLOR": "1"]).contains(Self.escape))
  }

  /// Breaks when a colour carries something that words do not.
  @Test func coloursChangeNoWord() throws {
    let program = try repository().stanch()
    let colourful = try program.run("scan", "staged", "--color", "always").text
    var words = ""
    var rest = Substring(colourful)
    while let start = rest.firstRange(of: Self.escape) {
      words += rest[..<start.lowerBound]
      rest = rest[start.upperBound...].drop { $0 != "m" }.dropFirst()
    }
    #expect(try program.run("scan", "staged").text == words + rest)
  }
}
