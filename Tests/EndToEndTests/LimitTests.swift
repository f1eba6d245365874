import Testing

/// What is too large or too costly to look at, and what a user may accept.
@Suite struct LimitTests {
  private let token = FakeSecret.gitHubToken()

  /// Breaks when a blob over the limit is passed by, or read all the same.
  @Test(arguments: ObjectFormat.allCases)
  func aBlobOverTheLimitIsAnIncident(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("large.txt", token.line + String(repeating: "x", count: 1000))
    let size = "\(try repository.bytes(of: "large.txt").count)"
    #expect(try repository.scan("--size-limit", size).status == 1)
    let report = try repository.scan("--size-limit", "\((Int(size) ?? 0) - 1)")
    #expect(report.status == 2)
    #expect(report.places.isEmpty)
    #expect(report.incidents == ["oversize large.txt"])
    #expect(report.verdict?.complete == false)
  }

  /// Breaks when a tolerated gap is dropped from the report, or stays in the status.
  @Test(arguments: ObjectFormat.allCases)
  func aToleratedGapStaysInTheReport(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("large.txt", token.line)
    let report = try repository.scan("--size-limit", "10", "--tolerate", "oversize")
    #expect(report.status == 0)
    #expect(report.incidents == ["oversize large.txt"])
    #expect(report.verdict?.incidents.map(\.tolerated) == [true])
    #expect(report.verdict?.complete == true)
    // Another kind is not what was accepted.
    let other = try repository.scan("--size-limit", "10", "--tolerate", "limits", "--tolerate", "unreadable")
    #expect(other.status == 2)
    #expect(other.verdict?.incidents.map(\.tolerated) == [false])
  }

  /// Breaks when SARIF calls an incomplete run successful.
  @Test func sarifSaysWhatWasNotLookedAt() throws {
    let repository = try GitRepository()
    try repository.stage("large.txt", token.line)
    let ending = try repository.stanch().run("scan", "staged", "--format", "sarif", "--size-limit", "10")
    #expect(ending.status == 2)
    #expect(ending.text.contains("\"executionSuccessful\" : false"), "\(ending.text)")
    #expect(ending.text.contains("large.txt was not looked at"))
  }

  /// Breaks when a rule that gives up on a text passes it: patterns of a user may take for ever.
  @Test(arguments: ["(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?:x*)*(?:x*)*(?:x*)*!"])
  func aPatternThatGivesUpIsAnIncident(_ regex: String) throws {
    let repository = try GitRepository()
    try repository.write(
      ".stanch.toml", "[[rules]]\nid = \"costly\"\nregex = '''\(regex)'''\nkeywords = [\"xxxx\"]\n")
    // What ends the expression stands in the text, after something that keeps it from matching.
    try repository.stage("a.txt", String(repeating: "x", count: 5000) + " - y! A -\n" + token.line)
    let report = try repository.scan()
    #expect(report.incidents == ["limits a.txt"], "\(report)")
    // The other rules have looked at it all the same.
    #expect(report.places == ["a.txt:2 \(token.rule)"])
    try repository.stage("a.txt", String(repeating: "x", count: 5000) + " - y! A -\n")
    #expect(try repository.scan().status == 2)
    #expect(try repository.scan("--tolerate", "limits").status == 0)
  }
}
