import Testing

/// Entries of a `.gitleaksignore` for what one commit brought in: `COMMIT:PATH:RULE:LINE`.
@Suite struct CommitAllowanceTests {
  private let token = FakeSecret.gitHubToken()

  private func history(_ repository: GitRepository) throws -> ScanReport {
    try repository.stanch().scan(["scan", "history"])
  }

  private func repository(_ format: ObjectFormat) throws -> (GitRepository, commit: String) {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.stage("k.txt", token.line)
    return (repository, try repository.commit())
  }

  /// Breaks when an entry does not hold for its commit, in a history or a range, or holds for another commit, path or line.
  @Test(arguments: ObjectFormat.allCases)
  func holdsForItsCommit(_ format: ObjectFormat) throws {
    let (repository, commit) = try repository(format)
    let other = try repository.git("rev-parse", "HEAD~")
    let place = "k.txt:1 \(token.rule)"
    try repository.write(".gitleaksignore", "\(commit):k.txt:\(token.rule):1\n")
    for report in [try history(repository), try repository.scanRange("main")] {
      #expect(report.status == 0 && report.allowedPlaces == [place] && report.places.isEmpty, "\(report)")
      #expect(report.verdict?.allowed.first?.allowance == ".gitleaksignore:1")
    }
    for entry in [
      "\(other):k.txt:\(token.rule):1", "\(commit):k.txt:\(token.rule):2", "\(commit):a.txt:\(token.rule):1",
    ] {
      try repository.write(".gitleaksignore", entry + "\n")
      for report in [try history(repository), try repository.scanRange("main")] {
        #expect(report.status == 1 && report.places == [place] && report.allowedPlaces.isEmpty, "\(report)")
      }
    }
  }

  /// Breaks when the answer for one commit is taken for another that has the same text at the same path.
  @Test func theSameTextOfAnotherCommitIsAFinding() throws {
    let (repository, commit) = try repository(.sha1)
    try repository.git("rm", "-q", "k.txt")
    try repository.commit()
    try repository.stage("k.txt", token.line)
    let again = try repository.commit()
    for (allowed, reported) in [(commit, again), (again, commit)] {
      try repository.write(".gitleaksignore", "# first\n\(allowed):k.txt:\(token.rule):1\n")
      let report = try history(repository)
      #expect(report.status == 1, "\(report)")
      #expect(report.verdict?.findings.map(\.commit?.id) == [reported])
      #expect(report.verdict?.allowed.map(\.commit?.id) == [allowed])
      #expect(report.verdict?.allowed.first?.allowance == ".gitleaksignore:2")
    }
    try repository.write(
      ".gitleaksignore", [commit, again].map { "\($0):k.txt:\(token.rule):1\n" }.joined())
    let report = try history(repository)
    #expect(report.status == 0 && report.allowedPlaces == ["k.txt:1 \(token.rule)"], "\(report)")
  }

  /// Breaks when notices are told once for every commit that is judged by itself.
  @Test func noticesAreToldOnce() throws {
    let repository = try GitRepository()
    let text = "k = \(token.text) # stanch:allow \(token.rule) -- a sample (until 2001-01-01)\n"
    var commits: [String] = []
    for _ in 0..<2 {
      try repository.stage("k.txt", text)
      commits.append(try repository.commit())
      try repository.git("rm", "-q", "k.txt")
      try repository.commit()
    }
    try repository.write(".gitleaksignore", "\(commits[0]):k.txt:\(token.rule):1\n")
    let report = try history(repository)
    #expect(report.verdict?.notices.filter { $0.contains("2001") }.count == 1, "\(report.verdict?.notices ?? [])")
  }

  /// Breaks when an entry for a commit's or tag's message does not hold.
  @Test func holdsForMessages() throws {
    let repository = try GitRepository()
    try repository.commit("a.txt", "a\n")
    let commit = try repository.commit("uses \(token.text)")
    try repository.write(".gitleaksignore", "\(commit):COMMIT_EDITMSG:\(token.rule):1\n")
    for report in [try history(repository), try repository.scanRange("main")] {
      #expect(report.status == 0 && report.allowedPlaces == ["COMMIT_EDITMSG:1 \(token.rule)"], "\(report)")
    }
  }

  /// Breaks when what is only staged is allowed by what holds for a commit.
  @Test func saysNothingOfWhatIsStaged() throws {
    let (repository, commit) = try repository(.sha1)
    try repository.git("reset", "-q", "--soft", "HEAD~")
    try repository.write(".gitleaksignore", "\(commit):k.txt:\(token.rule):1\n")
    #expect(try repository.scan().places == ["k.txt:1 \(token.rule)"])
  }
}
