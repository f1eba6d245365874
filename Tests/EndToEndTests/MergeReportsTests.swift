import FoundationEssentials
import Testing

/// `stanch merge` on reports that the program wrote, made into shards where they are to be some.
struct MergeReportsTests {
  private let repository: GitRepository
  private let tokens = [FakeSecret.gitHubToken(), FakeSecret.slackBotToken(), FakeSecret.awsKeyID()]

  init() throws {
    repository = try GitRepository()
  }

  /// The report of a scan in which the files of these numbers alone are staged.
  private func report(_ files: [Int], _ options: String...) throws -> String {
    try repository.git("read-tree", "--empty")
    for number in files { try repository.stage("f\(number).txt", "key: \(tokens[number].text) #\n") }
    return try repository.stanch().run(["scan", "staged", "--format", "json"] + options).text
  }

  private func shard(_ report: String, _ index: Int, of count: Int, basis: String = "b") -> String {
    let shard = #""shard" : { "index" : \#(index), "count" : \#(count), "basis" : "\#(basis)" },"#
    return report.replacing("{\n", with: "{\n  \(shard)\n", maxReplacements: 1)
  }

  /// Writes the reports beside the repository and merges them.
  private func merge(_ reports: [String], _ options: String...) throws -> ChildProcess.Ending {
    let names = try reports.enumerated().map { number, text in
      try repository.write("../r\(number).json", text)
      return "../r\(number).json"
    }
    return try repository.stanch().run(["merge"] + names + options)
  }

  private func scan(_ ending: ChildProcess.Ending) throws -> ScanReport { try ScanReport(ending) }

  /// Breaks when the reports of the shards together say anything else than the report of one run.
  @Test(arguments: ["text", "json", "jsonl", "sarif", "csv", "github", "junit", "html"])
  func saysWhatOneRunWouldHaveSaid(format: String) throws {
    let shards = [shard(try report([1]), 2, of: 2), shard(try report([0, 2]), 1, of: 2)]
    _ = try report([0, 1, 2])
    let whole = try repository.stanch().run("scan", "staged", "--format", format)
    let merged = try merge(shards, "--format", format)
    #expect(merged.text == whole.text)
    #expect(!merged.text.isEmpty)
    #expect(merged.status == 1 && whole.status == 1)
  }

  /// Breaks when a secret that two shards found is two secrets.
  @Test func oneSecretIsOneFinding() throws {
    let one = try report([0])
    let other = one.replacing("f0.txt", with: "a0.txt")
    let merged = try scan(merge([shard(one, 1, of: 2), shard(other, 2, of: 2)], "--format", "json"))
    #expect(merged.places == ["a0.txt:1 \(tokens[0].rule)"])
    #expect(merged.verdict?.findings.map(\.occurrences) == [2])
  }

  /// Breaks when a shard that is missing, found nothing or was interrupted gets the wrong status.
  @Test func endsAsAScanDoes() throws {
    let (clean, found) = (try report([]), try report([1]))
    #expect(try merge([shard(clean, 1, of: 2), shard(clean, 2, of: 2)]).status == 0)
    #expect(try merge([shard(clean, 1, of: 2), shard(found, 2, of: 2)]).status == 1)
    let missing = try merge([shard(clean, 1, of: 3), shard(clean, 3, of: 3)])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("not looked at: shard 2 of 3: its report is missing"))
    #expect(missing.errors.contains("--shard 2/3"))
    let interrupted = clean.replacing("\"interrupted\" : false", with: "\"interrupted\" : true")
      .replacing("\"complete\" : true", with: "\"complete\" : false")
    #expect(try merge([shard(clean, 1, of: 2), shard(interrupted, 2, of: 2)]).status == 130)
  }

  /// Breaks when reports that do not belong together are joined.
  @Test func refusesShardsOfDifferentScans() throws {
    let clean = try report([])
    let ending = try merge([shard(clean, 1, of: 2), shard(clean, 2, of: 2, basis: "c")])
    #expect(ending.status == 2)
    #expect(ending.text.isEmpty)
    #expect(ending.errors.contains("r0.json") && ending.errors.contains("r1.json"))
    #expect(ending.errors.contains("hint: clone once and share the clone"))
    #expect(try merge([shard(clean, 1, of: 2), shard(clean, 1, of: 2)]).status == 2)
    #expect(try merge([shard(clean, 1, of: 2), clean]).status == 2)
  }

  /// Breaks when a file that is no report, or the first half of one, counts as a report without findings.
  @Test func whatIsNoReportIsAnError() throws {
    let report = try report([])
    for text in ["", "{}", String(report.prefix(report.count / 2)), "key: value\n", try repositoryText()] {
      let ending = try merge([report, text])
      #expect(ending.status == 2)
      #expect(ending.text.isEmpty)
      #expect(ending.errors.contains("error: ../r1.json: "))
    }
    let absent = try repository.stanch().run("merge", "../absent.json")
    #expect(absent.status == 2)
    #expect(absent.errors.contains("../absent.json: there is no such file"))
    #expect(try repository.stanch().run("merge").status == 64)
  }

  /// A report in another format is none either.
  private func repositoryText() throws -> String {
    try repository.stanch().run("scan", "staged", "--format", "sarif").text
  }

  /// Breaks when a merge shows secrets unasked, or pretends to know those that its reports mask.
  @Test func revealsOnlyWhatTheReportsReveal() throws {
    let (masked, open) = (try report([0]), try report([0], "--reveal"))
    let (name, value) = ("f0.txt", tokens[0].text)
    #expect(!masked.contains(value) && open.contains(value))
    for format in ["text", "json", "sarif", "html"] {
      #expect(try !merge([open], "--format", format).text.contains(value))
      #expect(try merge([open], "--format", format, "--reveal").text.contains(value))
      let unknown = try merge([masked], "--format", format, "--reveal").text
      #expect(!unknown.contains(value) && unknown.contains(name))
    }
  }

  /// Breaks when the reports of several repositories cannot be put together.
  @Test func joinsReportsOfSeveralRepositories() throws {
    let merged = try merge([report([0]), report([1, 2])], "--format", "json")
    let scan = try scan(merged)
    #expect(scan.places.count == 3 && scan.status == 1)
    #expect(merged.errors.contains("note: these reports are no shards of one scan"))
  }

  /// Breaks when a merge cannot be merged again, or its report not written to a file.
  @Test func whatItWritesIsAReport() throws {
    let shards = [shard(try report([0]), 1, of: 2), shard(try report([1]), 2, of: 2)]
    let ending = try merge(shards, "--format", "json", "--output", "../merged.json")
    #expect(ending.status == 1 && ending.text.isEmpty)
    let again = try repository.stanch().run("merge", "../merged.json", "--format", "json")
    #expect(again.text == String(decoding: try repository.bytes(of: "../merged.json"), as: UTF8.self))
  }
}
