import Testing

/// No output holds a secret unless it was asked for.
@Suite struct SecrecyTests {
  private static let formats = ["text", "json", "jsonl", "sarif", "gitlab", "junit", "csv", "github", "html"]

  private let secrets = [
    FakeSecret.gitHubToken(), .awsKeyID(), .slackBotToken(), .password(), .gitHubToken(), .awsSecretKey(),
  ]

  /// Parts of a secret that are long enough to be of use; the public prefix of its kind is not among them.
  private func parts(_ secret: FakeSecret) -> [String] {
    let text = Array(secret.text)
    return stride(from: 5, through: text.count - 8, by: 1).map { String(text[$0..<($0 + 8)]) }
  }

  private func expectNothingShown(_ ending: ChildProcess.Ending, of secrets: [FakeSecret]) {
    for secret in secrets {
      for part in parts(secret) {
        #expect(!ending.text.contains(part) && !ending.errors.contains(part), "\(secret.rule)")
      }
    }
  }

  private func repository() throws -> GitRepository {
    let repository = try GitRepository()
    let (token, name, slack, password, second, secret) = (
      secrets[0], secrets[1], secrets[2], secrets[3], secrets[4], secrets[5]
    )
    // Neighbours on one line, within each other's excerpts.
    try repository.stage("a.txt", "\(token.text) \(name.text) \(slack.text) \(second.text)\n")
    try repository.stage("b.txt", password.assignment + "x = \"\(second.text)\", \(password.assignment)")
    try repository.stage("c.txt", "\(name.text),\(secret.text)\nkey: \(name.text)\nsecret: \(secret.text)\n")
    try repository.stage("d.txt", "\(token.text) # stanch:allow \(token.rule) -- \(second.text)\n")
    return repository
  }

  /// Breaks when an excerpt masks its own secret alone, or a report forgets to.
  @Test(arguments: formats, [[], ["--verbose"], ["--color", "always"]])
  func nothingIsShown(_ format: String, _ options: [String]) throws {
    let ending = try repository().stanch().run(["scan", "staged", "--format", format] + options)
    #expect(ending.status == 1)
    #expect(!ending.output.isEmpty)
    expectNothingShown(ending, of: secrets)
  }

  /// Breaks when `--reveal` does not reveal, or prose reveals too.
  @Test(arguments: formats)
  func revealShowsSecretsInTheReportAlone(_ format: String) throws {
    let ending = try repository().stanch().run("scan", "staged", "--format", format, "--reveal", "--verbose")
    #expect(ending.status == 1)
    if ["text", "json", "jsonl", "sarif"].contains(format) { #expect(ending.text.contains(secrets[2].text)) }
    for secret in secrets { #expect(!ending.errors.contains(secret.text)) }
  }

  /// Breaks when the lines of a longer secret are shown as text.
  @Test(arguments: formats)
  func noLineOfAKeyIsShown(_ format: String) throws {
    let repository = try GitRepository()
    let key = FakeSecret.privateKey()
    try repository.stage("key.pem", key.line)
    let escaped = key.text.split(separator: "\n").joined(separator: "\\n")
    try repository.stage("key.json", "{\"key\": \"\(escaped)\"}\n")
    let ending = try repository.stanch().run("scan", "staged", "--format", format)
    #expect(ending.status == 1)
    for line in key.text.split(separator: "\n") where !line.hasPrefix("-") {
      #expect(!ending.text.contains(line.prefix(8)) && !ending.errors.contains(line.prefix(8)))
    }
  }

  /// Breaks when the other reading of a text shows what this one masks: a 16-bit neighbour.
  @Test(arguments: ["text", "json", "sarif"])
  func aNeighbourInAnotherEncodingIsMasked(_ format: String) throws {
    let repository = try GitRepository()
    let (narrow, wide) = (FakeSecret.gitHubToken(), FakeSecret.awsKeyID())
    let bytes = Array("\(narrow.text) ".utf8) + wide.text.utf8.flatMap { [$0, 0] } + [0, 10]
    try repository.stage("a.bin", bytes + Array("some more text\n".utf8))
    let ending = try repository.stanch().run("scan", "staged", "--format", format)
    #expect(ending.status == 1)
    let shown = ending.text.split(separator: "\\u{0}").joined().split(separator: "\\u0000").joined()
    #expect(!shown.contains(wide.text.dropFirst(6)), "\(ending.text)")
  }

  /// Breaks when a hook's output, which ends up in logs, shows a secret.
  @Test func aStoppedCommitShowsNothing() throws {
    let repository = try repository()
    #expect(try repository.stanch().run("hook", "install", "--quiet", "pre-commit", "commit-msg").status == 0)
    let ending = try repository.attempt(["commit", "-m", "change"])
    #expect(ending.status != 0)
    expectNothingShown(ending, of: secrets)
  }
}
