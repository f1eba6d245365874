import Testing

/// A secret of which a part was committed before: this commit completes it.
@Suite struct CompletionTests {
  /// Breaks when only added lines are matched.
  @Test(arguments: ObjectFormat.allCases)
  func aKeyWhoseBeginningWasCommittedIsFound(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let key = FakeSecret.privateKey()
    let begin = try #require(key.text.split(separator: "\n").first)
    try repository.commit("key.pem", begin + "\n")
    #expect(try repository.scan().isClean)
    try repository.stage("key.pem", key.line)
    #expect(try repository.scan().places == ["key.pem:1 \(key.rule)"])
  }

  /// Breaks when only added lines are matched.
  @Test(arguments: ObjectFormat.allCases)
  func theSecondHalfOfAPairIsFound(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let (name, secret) = (FakeSecret.awsKeyID(), FakeSecret.awsSecretKey())
    try repository.commit("keys.txt", "key: \(name.text)\n")
    try repository.stage("keys.txt", "key: \(name.text)\nsecret: \(secret.text)\n")
    let report = try repository.scan("--reveal")
    // With its secret beside it the id is grave, which it was not before.
    #expect(report.verdict?.findings.map(\.secret) == [name.text, secret.text], "\(report)")
    #expect(report.verdict?.findings.map(\.startLine) == [1, 2])
  }

  /// Breaks when a token that one edit joins is compared line by line.
  @Test(arguments: ObjectFormat.allCases)
  func aTokenThatAnEditJoinsIsFound(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let token = FakeSecret.gitHubToken()
    try repository.commit("a.txt", "\(token.text.prefix(20))\n\(token.text.dropFirst(20))\n")
    #expect(try repository.scan().isClean)
    try repository.stage("a.txt", token.line)
    #expect(try repository.scan().places == ["a.txt:1 \(token.rule)"])
  }

  /// Breaks when a secret that moved within its file counts as new.
  @Test(arguments: ObjectFormat.allCases)
  func aSecretThatMovesInItsFileIsNotNew(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let key = FakeSecret.privateKey()
    let token = FakeSecret.gitHubToken()
    try repository.commit("a.txt", token.line + key.line)
    try repository.stage("a.txt", "more\r\n" + key.line + "\tx = '\(token.text)'\r\n")
    let report = try repository.scan()
    #expect(report.isClean, "\(report)")
  }
}
