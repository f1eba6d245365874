import Testing

/// `stanch baseline create`, `update` and `prune`, and what git makes of the file.
@Suite struct BaselineCommandTests {
  private let token = FakeSecret.gitHubToken()
  private let password = FakeSecret.password()

  private func baseline(_ repository: GitRepository, _ arguments: String...) throws -> ChildProcess.Ending {
    try repository.stanch().run(["baseline"] + arguments)
  }

  private func text(_ repository: GitRepository, _ path: String = ".stanch-baseline") throws -> String {
    String(decoding: try repository.bytes(of: path), as: UTF8.self)
  }

  private func entries(_ repository: GitRepository) throws -> [String] {
    try text(repository).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") && !$0.hasPrefix("salt ") && !$0.hasPrefix("stanch-") }
  }

  /// Breaks when a baseline or what is said about it gives a secret away.
  @Test("what is made is sorted, holds no secret and nothing that changes by itself, and is no finding")
  func create() throws {
    let repository = try GitRepository()
    let others = (0..<20).map { _ in FakeSecret.slackBotToken() }
    try repository.stage("a b.txt", token.line + password.assignment + others.map(\.line).joined())
    let ending = try baseline(repository, "create")
    #expect(ending.status == 0, "\(ending.errors)")
    let lines = try entries(repository)
    #expect(lines.count == 22)
    #expect(lines == lines.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(lines.allSatisfy { $0.contains(" a%20b.txt") })
    #expect(lines.count { $0.hasPrefix("~") } == 1, "the password has the short form")
    for secret in [token, password] + others {
      #expect(try !(text(repository) + ending.text + ending.errors).contains(secret.text))
    }
    #expect(ending.text.split(separator: "\n").count == 22)
    #expect(ending.errors.contains("merge=union"))
    try repository.git("add", ".stanch-baseline")
    #expect(try repository.stanch().scan(["scan", "files"]).isClean)
  }

  @Test("a baseline that is there is not written over, and one that is not cannot be updated")
  func refusals() throws {
    let repository = try GitRepository()
    for command in ["update", "prune"] {
      let ending = try baseline(repository, command)
      #expect(ending.status == 2 && ending.errors.contains("there is no baseline yet"), "\(ending.errors)")
    }
    #expect(try baseline(repository, "create").status == 0)
    let before = try text(repository)
    try repository.stage("a.txt", token.line)
    let ending = try baseline(repository, "create")
    #expect(ending.status == 2 && ending.errors.contains("there is a baseline already"), "\(ending.errors)")
    #expect(try text(repository) == before)
  }

  @Test("an update adds what is new and keeps what was written")
  func update() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    #expect(try baseline(repository, "create").status == 0)
    try repository.shell("sed -i '/\(token.rule)/s/$/ owner=ada until=2999-12-31 -- revoked/' .stanch-baseline")
    try repository.shell("printf '# the end\\n' >>.stanch-baseline; chmod 640 .stanch-baseline")
    try repository.stage("b.txt", password.assignment)
    let ending = try baseline(repository, "update")
    #expect(ending.status == 0)
    #expect(ending.text == "added: \(password.rule) in b.txt:1\n")
    let text = try text(repository)
    #expect(text.contains(" \(token.rule) a.txt owner=ada until=2999-12-31 -- revoked\n"))
    #expect(text.contains(" \(password.rule) b.txt\n") && text.hasSuffix("# the end\n"))
    #expect(try repository.stanch().scan(["scan", "files"]).isClean)
    #expect(try baseline(repository, "update").text.isEmpty)
    #expect(try self.text(repository) == text)
    try repository.shell("test \"$(stat -c %a .stanch-baseline)\" = 640")
  }

  @Test("prune drops what is gone, and nothing else")
  func prune() throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    try repository.stage("b.txt", password.assignment)
    #expect(try baseline(repository, "create").status == 0)
    try repository.stage("b.txt", "nothing\n")
    let ending = try baseline(repository, "prune")
    #expect(ending.text == "dropped: \(password.rule) in b.txt\n")
    #expect(try entries(repository).map { $0.hasSuffix("a.txt") } == [true])
    #expect(try repository.stanch().scan(["scan", "files"]).verdict?.notices.isEmpty == true)
  }

  @Test("the history has entries of its own, which hold for the past alone")
  func history() throws {
    let repository = try GitRepository()
    try repository.commit("a.txt", token.line)
    try repository.commit("a.txt", password.assignment)
    #expect(try baseline(repository, "create", "--history").status == 0)
    #expect(try entries(repository).count { $0.contains(" history") } == 1)
    #expect(try repository.stanch().scan(["scan", "history"]).isClean)
    #expect(try baseline(repository, "prune").text.isEmpty)
    #expect(try baseline(repository, "prune", "--history").text.isEmpty)
    try repository.stage("a.txt", token.line)
    #expect(try repository.scan().places == ["a.txt:1 \(token.rule)"])
  }

  /// Breaks when a gap is taken for a place without secrets.
  @Test("nothing is written when something could not be looked at", arguments: ["create", "update", "prune"])
  func gaps(command: String) throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    if command != "create" { #expect(try baseline(repository, "create").status == 0) }
    let before = command == "create" ? nil : try text(repository)
    try repository.stage("b.txt", "some bytes more than are read")
    let ending = try baseline(repository, command, "--size-limit", "10")
    #expect(ending.status == 2, "\(ending.errors)")
    #expect(ending.errors.contains("the baseline stays as it is"))
    #expect(repository.exists(".stanch-baseline") == (before != nil))
    if let before { #expect(try text(repository) == before) }
    try repository.shell("test -z \"$(ls -A | grep stanch-baseline.stanch)\"")
  }

  @Test("a damaged baseline is not written over", arguments: ["create", "update", "prune"])
  func damaged(command: String) throws {
    let repository = try GitRepository()
    try repository.write(".stanch-baseline", "stanch-baseline 1\nhello\n")
    #expect(try baseline(repository, command).status == 2)
    #expect(try text(repository) == "stanch-baseline 1\nhello\n")
  }

  @Test("a file that is a link stays one, and a bare repository has to name its baseline")
  func elsewhere() throws {
    let repository = try GitRepository()
    try repository.commit("a.txt", token.line)
    #expect(try baseline(repository, "create").status == 0)
    try repository.shell("mv .stanch-baseline ../known; ln -s ../known .stanch-baseline")
    try repository.commit("b.txt", password.assignment)
    #expect(try baseline(repository, "update").status == 0)
    try repository.shell("test -L .stanch-baseline && grep -q b.txt ../known")
    try repository.git("clone", "--quiet", "--bare", ".", "../bare.git")
    let bare = repository.sibling("bare.git")
    #expect(try baseline(bare, "create", "--history").errors.contains("--baseline FILE"))
    #expect(try baseline(bare, "create", "--history", "--baseline", "../past").status == 0)
    #expect(try bare.stanch().scan(["scan", "history", "--baseline", "../past"]).isClean)
  }

  // MARK: Merging

  @Test("two branches that both updated it merge cleanly, and so do two that both made one", arguments: [true, false])
  func merge(isCommon: Bool) throws {
    let repository = try GitRepository()
    let others = (0..<3).map { _ in FakeSecret.slackBotToken() }
    try repository.commit(".gitattributes", ".stanch-baseline merge=union\n")
    if isCommon {
      try repository.commit("a.txt", token.line)
      #expect(try baseline(repository, "create").status == 0)
      try repository.git("add", ".stanch-baseline")
      try repository.commit()
    }
    for (number, branch) in ["one", "two"].enumerated() {
      try repository.git("checkout", "--quiet", "-b", branch, "main")
      try repository.stage("\(branch).txt", others[number].line + "password = \"\(FakeSecret.password().text)\"\n")
      #expect(try baseline(repository, isCommon ? "update" : "create").status == 0)
      try repository.git("add", ".stanch-baseline")
      try repository.commit()
    }
    try repository.git("merge", "--quiet", "--no-edit", "one")
    let report = try repository.stanch().scan(["scan", "files"])
    #expect(report.isClean, "\(report)")
    #expect(report.allowedPlaces.count == (isCommon ? 5 : 4))
    #expect(report.verdict?.notices.isEmpty == true, "\(report)")
    #expect(try baseline(repository, "update").text.isEmpty)
    #expect(try repository.stanch().scan(["scan", "files"]).isClean)
    let lines = try entries(repository)
    #expect(lines == lines.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }
}
