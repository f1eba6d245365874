import Testing

/// Every form of repository that git makes.
@Suite struct RepositoryFormatTests {
  private let token = FakeSecret.gitHubToken()

  private func expectOneFinding(_ repository: GitRepository) throws {
    let report = try repository.scan()
    #expect(report.places == ["new.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when an extension that libgit2 does not know is an error, or hides the index.
  @Test(arguments: ObjectFormat.allCases)
  func aConfigurationPerWorkingTreeIsHarmless(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.git("config", "core.repositoryFormatVersion", "1")
    try repository.git("config", "extensions.worktreeConfig", "true")
    try repository.git("config", "--worktree", "core.ignoreCase", "false")
    try repository.stage("new.txt", token.line)
    try expectOneFinding(repository)
  }

  /// Breaks when an extension that nobody knows is passed over: git refuses it too.
  @Test(arguments: ObjectFormat.allCases)
  func anUnknownExtensionIsAnError(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("new.txt", token.line)
    try repository.git("config", "core.repositoryFormatVersion", "1")
    try repository.shell("printf '[extensions]\\nfuture = 1\\n' >>.git/config")
    let report = try repository.scan()
    #expect(report.status == 2, "\(report)")
    #expect(report.verdict == nil)
  }

  /// Breaks when packed objects, deltas among them, or packed references are not found.
  @Test(arguments: ObjectFormat.allCases)
  func packedObjectsAreRead(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let body = (0..<500).map { "line \($0) of a file that is worth a delta\n" }.joined()
    for round in 0..<5 { try repository.commit("new.txt", body + "round \(round)\n") }
    // Staged before the packing, so the staged blob is a delta too.
    try repository.stage("new.txt", token.line + body)
    try repository.git("gc", "--quiet", "--prune=now", "--aggressive")
    #expect(try repository.git("count-objects", "-v").contains("count: 0"))
    try expectOneFinding(repository)
  }

  /// Breaks when objects borrowed from another repository are missed.
  @Test(arguments: ObjectFormat.allCases)
  func borrowedObjectsAreRead(_ format: ObjectFormat) throws {
    let lender = try GitRepository(format, named: "lender")
    let old = FakeSecret.gitHubToken()
    try lender.commit("new.txt", old.line)
    try lender.git("clone", "--quiet", "--shared", ".", "../borrower")
    let borrower = lender.sibling("borrower")
    #expect(try borrower.scan().isClean)
    try borrower.stage("new.txt", token.line + old.line)
    try expectOneFinding(borrower)
  }

  /// A clone that left every blob on the server, with one of them in its index.
  private func partialClone(_ format: ObjectFormat) throws -> (GitRepository, missing: String) {
    let server = try GitRepository(format, named: "server")
    try server.git("config", "uploadpack.allowFilter", "true")
    try server.git("config", "uploadpack.allowAnySHA1InWant", "true")
    try server.commit("old.txt", "old\n")
    try server.git(
      "clone", "--quiet", "--filter=blob:none", "--no-checkout", "file://" + server.root, "../partial")
    let partial = server.sibling("partial")
    try partial.git("read-tree", "HEAD")
    let blob = try partial.git("rev-parse", "HEAD:old.txt")
    #expect(try missing(partial).contains(blob))
    return (partial, blob)
  }

  private func missing(_ repository: GitRepository) throws -> String {
    try repository.git("rev-list", "--objects", "--all", "--missing=print")
  }

  /// Breaks when promised blobs that nobody staged anew are asked for.
  @Test(arguments: ObjectFormat.allCases)
  func aPartialCloneIsScanned(_ format: ObjectFormat) throws {
    let (partial, _) = try partialClone(format)
    #expect(try partial.scan().isClean)
    try partial.stage("new.txt", token.line)
    try expectOneFinding(partial)
  }

  /// Breaks when a promised blob is passed by, or fetched: a scanner opens no connection.
  @Test(arguments: ObjectFormat.allCases)
  func aPromisedBlobIsAnIncidentAndStaysAway(_ format: ObjectFormat) throws {
    let (partial, blob) = try partialClone(format)
    try partial.git("update-index", "--add", "--cacheinfo", "100644,\(blob),moved.txt")
    try partial.stage("new.txt", token.line)
    let report = try partial.scan()
    #expect(report.places == ["new.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.incidents.map(\.subject) == ["moved.txt"], "\(report)")
    try partial.git("rm", "--quiet", "--cached", "new.txt")
    #expect(try partial.scan().status == 2)
    #expect(try missing(partial).contains("?" + blob))
  }

  /// Breaks when the incident of a promised blob does not bear the name that `--tolerate partial` takes.
  @Test(arguments: ObjectFormat.allCases)
  func aPromisedBlobMayBeTolerated(_ format: ObjectFormat) throws {
    let (partial, blob) = try partialClone(format)
    try partial.git("update-index", "--add", "--cacheinfo", "100644,\(blob),moved.txt")
    let report = try partial.scan("--tolerate", "partial")
    #expect(report.incidents == ["partial moved.txt"], "\(report)")
    #expect(report.status == 0, "\(report)")
    #expect(try missing(partial).contains("?" + blob))
  }

  /// Breaks when a commit below which history was cut off is needed to read its tree.
  @Test(arguments: ObjectFormat.allCases)
  func aShallowCloneIsScanned(_ format: ObjectFormat) throws {
    let server = try GitRepository(format, named: "server")
    try server.commit("a.txt", "1\n")
    try server.commit("a.txt", "2\n")
    try server.git("clone", "--quiet", "--depth=1", "file://" + server.root, "../shallow")
    let shallow = server.sibling("shallow")
    #expect(try shallow.scan().isClean)
    try shallow.stage("new.txt", token.line)
    try expectOneFinding(shallow)
  }

  /// Breaks when replaced objects are followed: what is scanned is what the commit will hold.
  @Test(arguments: ObjectFormat.allCases)
  func replacementsAreNotFollowed(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.stage("new.txt", token.line)
    let staged = try repository.git("rev-parse", ":new.txt")
    try repository.git("replace", staged, try repository.git("rev-parse", "HEAD:a.txt"))
    try expectOneFinding(repository)
  }

  /// Breaks when a detached HEAD is taken for a missing one.
  @Test(arguments: ObjectFormat.allCases)
  func aDetachedHEADIsAParent(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", token.line)
    try repository.git("switch", "--quiet", "--detach")
    #expect(try repository.scan().isClean)
    try repository.stage("new.txt", token.line)
    try expectOneFinding(repository)
  }
}
