import FoundationEssentials
import Testing

/// `stanch baseline import`: what other tools wrote.
@Suite struct BaselineImportTests {
  private let token = FakeSecret.gitHubToken()
  private let other = FakeSecret.slackBotToken()

  private func entries(_ repository: GitRepository) throws -> [String] {
    String(decoding: try repository.bytes(of: ".stanch-baseline"), as: UTF8.self).split(separator: "\n").dropFirst(4)
      .map(String.init)
  }

  /// A report in the form of gitleaks.
  private func gitleaks(_ secret: FakeSecret, _ text: String, _ path: String, _ line: Int, commit: String = "")
    -> String
  {
    """
    {"RuleID": "\(secret.rule)", "Description": "", "StartLine": \(line), "EndLine": \(line), "StartColumn": 1,
     "EndColumn": 9, "Match": "\(text)", "Secret": "\(text)", "File": "\(path)", "SymlinkFile": "", "Commit": "\(commit)",
     "Entropy": 4, "Author": "", "Email": "", "Date": "", "Message": "", "Tags": [], "Fingerprint": ""}
    """
  }

  private func sha1(_ text: String, _ repository: GitRepository) throws -> String {
    let ending = try ChildProcess(repository.scratch, in: repository.root).run("sha1sum", [], input: Array(text.utf8))
    return String(ending.text.prefix(40))
  }

  @Test("a report of gitleaks with its secrets, from a tree that has changed since")
  func gitleaksReport() throws {
    let repository = try GitRepository()
    try repository.commit("new name.txt", "x\n\n" + token.line)
    try repository.commit("b.txt", "x\n")
    let commit = try repository.git("rev-parse", "HEAD")
    let changed = FakeSecret.slackBotToken()
    try repository.stage("b.txt", changed.line)
    let report = [
      gitleaks(token, token.text, "old.txt", 1, commit: commit), gitleaks(other, other.text, "b.txt", 1),
      gitleaks(other, other.text, "gone.txt", 1),
    ]
    try repository.write("report.json", "[" + report.joined(separator: ",") + "]")
    let ending = try repository.stanch().run("baseline", "import", "report.json")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(
      ending.text == """
        added: \(token.rule) in new name.txt:3
        missed: \(other.rule) in b.txt:1: stanch finds another secret there than the one that was accepted
        missed: \(other.rule) in gone.txt:1: there is no such file any more

        """)
    #expect(try entries(repository).map { $0.hasSuffix(" \(token.rule) new%20name.txt -- from report.json") } == [true])
    try repository.remove("report.json")
    #expect(try repository.stanch().scan(["scan", "files"]).places == ["b.txt:1 \(changed.rule)"])
  }

  @Test("a redacted report is matched by what its commit held, and what is gone since becomes a thing of the past")
  func redacted() throws {
    let repository = try GitRepository()
    try repository.commit("a.txt", "\(token.line)\(other.line)")
    let commit = try repository.git("rev-parse", "HEAD")
    let newer = FakeSecret.slackBotToken()
    try repository.commit("a.txt", "x\n\(newer.line)x\n\(token.line)")
    let report = [
      gitleaks(token, "REDACTED", "a.txt", 1, commit: commit), gitleaks(other, "REDACTED", "a.txt", 2, commit: commit),
      gitleaks(token, "REDACTED", "a.txt", 9, commit: String(repeating: "0a", count: 20)),
    ]
    try repository.write("report.json", "[" + report.joined(separator: ",") + "]")
    let ending = try repository.stanch().run("baseline", "import", "report.json")
    #expect(
      ending.text == """
        added: \(token.rule) in a.txt:4
        added: \(other.rule) in a.txt in the history
        missed: \(token.rule) in a.txt:9 of 0a0a0a0a0a: stanch finds nothing there, so nothing is to be accepted

        """, "\(ending.errors)")
    // What stands on that line today is another one.
    #expect(try repository.stanch().scan(["scan", "files"]).places == ["a.txt:2 \(newer.rule)"])
    #expect(try repository.stanch().scan(["scan", "history"]).places == ["a.txt:2 \(newer.rule)"])
  }

  @Test("a baseline of detect-secrets, with audits, into a baseline that is there")
  func detectSecrets() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    #expect(try repository.stanch().run("baseline", "create").status == 0)
    try repository.stage("sub/b.py", "x\n" + other.line)
    let results = """
      {"version": "1.5.0", "plugins_used": [], "filters_used": [], "results": {
        "a.txt": [{"type": "GitHub Token", "filename": "a.txt", "hashed_secret": "\(try sha1("ghp", repository))", "line_number": 1}],
        "sub/b.py": [{"type": "Slack Token", "hashed_secret": "\(try sha1(other.text, repository))", "is_secret": false},
                     {"type": "Base64 High Entropy String", "hashed_secret": "\(try sha1("else", repository))"}]},
       "generated_at": "2026-01-01T00:00:00Z"}
      """
    try repository.write(".secrets.baseline", results)
    let ending = try repository.stanch(in: "\(repository.root)/sub").run("baseline", "import", "../.secrets.baseline")
    #expect(
      ending.text == """
        added: \(other.rule) in sub/b.py:2
        missed: Base64 High Entropy String in sub/b.py: stanch finds another secret there than the one that was accepted

        """, "\(ending.errors)")
    #expect(
      try entries(repository).contains { $0.hasSuffix("sub/b.py -- from .secrets.baseline (audited: no secret)") })
    try repository.remove(".secrets.baseline")
    let report = try repository.stanch().scan(["scan", "files"])
    #expect(report.isClean, "\(report)")
  }

  @Test("a list of betterleaks accepts a secret everywhere")
  func betterleaks() throws {
    let repository = try GitRepository()
    for path in ["a.txt", "b.txt"] { try repository.stage(path, token.line) }
    try repository.shell("printf %s '\(token.text)' | sha256sum | cut -c 1-64 >.betterleaksignore")
    #expect(try repository.stanch().run("baseline", "import", ".betterleaksignore").status == 0)
    try repository.stage("c.txt", token.line)
    #expect(try repository.stanch().scan(["scan", "files"]).isClean)
    #expect(try repository.scan().isClean)
  }

  @Test(
    "a file that is no baseline is an error and changes nothing",
    arguments: ["", "hello\n", "[{}]", "{\"results\": 1}"])
  func damaged(text: String) throws {
    let repository = try GitRepository()
    try repository.write("other", text)
    let ending = try repository.stanch().run("baseline", "import", "other")
    #expect(ending.status == 2 && ending.errors.contains("error: other"), "\(ending.errors)")
    #expect(!repository.exists(".stanch-baseline"))
    #expect(try repository.stanch().run("baseline", "import", "none").status == 2)
  }
}
