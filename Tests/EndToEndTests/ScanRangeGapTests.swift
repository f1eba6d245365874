import Testing

/// Ranges of which a part is not there: they are never clean.
@Suite struct ScanRangeGapTests {
  private let token = FakeSecret.gitHubToken()

  /// A repository of four commits, the second of which brings in the secret; then its shallow clone.
  private func shallowClone(_ format: ObjectFormat, depth: Int) throws -> GitRepository {
    let origin = try GitRepository(format, named: "origin")
    try origin.commit("a.txt", "1\n")
    try origin.commit("b.txt", token.line)
    for number in 3...4 { try origin.commit("a.txt", "\(number)\n") }
    try origin.git("clone", "--quiet", "--depth", "\(depth)", "file://" + origin.root, "../shallow")
    return origin.sibling("shallow")
  }

  /// Breaks when a range that reaches the boundary counts as complete, or what stands at the boundary is not scanned.
  @Test(arguments: ObjectFormat.allCases)
  func theBoundaryOfAShallowCloneIsAnIncident(_ format: ObjectFormat) throws {
    let clone = try shallowClone(format, depth: 2)
    let report = try clone.scanRange("HEAD")
    // The boundary commit has the file of its parent, which nothing here shows to be older.
    #expect(report.places == ["b.txt:1 \(token.rule)"], "\(report)")
    #expect(report.incidents == ["shallow the boundary of this shallow clone"], "\(report)")
    #expect(report.verdict?.incidents.first?.reason.contains("1 commit ") == true)
    #expect(report.verdict?.complete == false)
    let accepted = try clone.scanRange("HEAD", "--tolerate", "shallow")
    #expect(accepted.verdict?.complete == true)
  }

  /// Breaks when a range that stays within the clone is not judged, or its start counts as missing.
  @Test(arguments: ObjectFormat.allCases)
  func aRangeWithinAShallowCloneIsComplete(_ format: ObjectFormat) throws {
    let clone = try shallowClone(format, depth: 2)
    let report = try clone.scanRange("HEAD~1..HEAD")
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.blobs == 1)
    // What lies beyond the boundary cannot be named.
    let beyond = try clone.scanRange("HEAD~2..HEAD")
    #expect(beyond.status == 2 && beyond.verdict == nil, "\(beyond)")
    #expect(beyond.errors.contains("git fetch --unshallow"))
  }

  /// Breaks when a real first commit is taken for a boundary.
  @Test func aFirstCommitIsNoBoundary() throws {
    let clone = try shallowClone(.sha1, depth: 10)
    let report = try clone.scanRange("HEAD")
    #expect(report.places == ["b.txt:1 \(token.rule)"] && report.incidents.isEmpty, "\(report)")
  }

  /// Breaks when objects that were left on the server count as scanned, are fetched, or hide the others.
  @Test(arguments: ObjectFormat.allCases, ["blob:none", "tree:0"])
  func whatAPartialCloneLacksIsAnIncident(_ format: ObjectFormat, _ filter: String) throws {
    let server = try GitRepository(format, named: "server")
    try server.git("config", "uploadpack.allowFilter", "true")
    try server.git("config", "uploadpack.allowAnySHA1InWant", "true")
    try server.commit("a.txt", token.line)
    try server.commit("b.txt", "b\n")
    try server.git("clone", "--quiet", "--filter=\(filter)", "--no-checkout", "file://" + server.root, "../partial")
    let partial = server.sibling("partial")
    let before = try partial.git("rev-list", "--objects", "--all", "--missing=print")
    let report = try partial.scanRange("HEAD")
    #expect(report.status == 2 && report.places.isEmpty, "\(report)")
    #expect(report.verdict?.incidents.isEmpty == false)
    #expect(report.verdict?.incidents.allSatisfy { $0.kind == "partial" } == true, "\(report)")
    if filter == "blob:none" { #expect(report.incidents == ["partial a.txt", "partial b.txt"]) }
    #expect(try partial.git("rev-list", "--objects", "--all", "--missing=print") == before)
    // One blob that is here is scanned beside those that are not.
    try partial.git("cat-file", "-e", server.git("rev-parse", "HEAD:a.txt"))
    if filter == "blob:none" {
      let later = try partial.scanRange("HEAD")
      #expect(later.places == ["a.txt:1 \(token.rule)"] && later.incidents == ["partial b.txt"], "\(later)")
    }
  }

  /// Breaks when a damaged or missing object is passed by.
  @Test(arguments: ["HEAD", "HEAD~1", "HEAD^{tree}", "HEAD:folder", "HEAD:folder/a.txt"], ObjectFormat.allCases)
  func aMissingObjectIsNeverAPass(_ name: String, _ format: ObjectFormat) throws {
    for damage in ["rm -f", "printf x >"] {
      let repository = try GitRepository(format)
      try repository.commit("folder/a.txt", "1\n")
      try repository.commit("folder/a.txt", "2\n")
      try repository.commit("other.txt", "2\n")
      try repository.git("branch", "other", "HEAD~2")
      let object = try repository.git("rev-parse", name)
      let file = ".git/objects/\(object.prefix(2))/\(object.dropFirst(2))"
      try repository.shell("chmod u+w \(file); \(damage) \(file)")
      let report = try repository.scanRange("main")
      #expect(report.status == 2, "\(name) \(damage): \(report)")
      #expect(report.verdict?.complete != true)
    }
  }

  /// Breaks when a parent that cannot be read stops the scan, or excuses anything.
  @Test(arguments: ObjectFormat.allCases)
  func aParentThatCannotBeReadExcusesNothing(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("folder/a.txt", "1\n")
    let tree = try repository.git("rev-parse", "HEAD:folder")
    try repository.commit("folder/a.txt", token.line)
    let file = ".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"
    try repository.shell("chmod u+w \(file); rm \(file)")
    let report = try repository.scanRange("HEAD~1..HEAD")
    #expect(report.places == ["folder/a.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.complete == false)
  }
}
