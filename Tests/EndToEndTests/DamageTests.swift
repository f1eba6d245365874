import FoundationEssentials
import Testing

/// What cannot be read is said aloud, and is never status 0.
@Suite struct DamageTests {
  private let token = FakeSecret.gitHubToken()

  private func loosePath(_ object: String) -> String { ".git/objects/\(object.prefix(2))/\(object.dropFirst(2))" }

  /// A repository with two staged files; answers the blob of the second.
  private func repository(_ format: ObjectFormat) throws -> (GitRepository, damaged: String) {
    let repository = try GitRepository(format)
    try repository.commit("old.txt", "old\n")
    try repository.stage("a.txt", token.line)
    try repository.stage("damaged.txt", "these bytes are about to be lost\n")
    return (repository, try repository.git("rev-parse", ":damaged.txt"))
  }

  private func expectIncident(_ repository: GitRepository) throws {
    let both = try repository.scan()
    #expect(both.status == 1)
    #expect(both.places == ["a.txt:1 \(token.rule)"], "\(both)")
    #expect(both.incidents == ["unreadable damaged.txt"], "\(both)")
    try repository.git("rm", "--quiet", "--cached", "a.txt")
    let alone = try repository.scan()
    #expect(alone.status == 2)
    #expect(alone.incidents == ["unreadable damaged.txt"], "\(alone)")
    #expect(alone.errors.contains("error: not looked at: damaged.txt"))
    #expect(try repository.scan("--tolerate", "unreadable").status == 0)
  }

  /// Breaks when a blob that is not there is passed by, or ends the whole scan.
  @Test(arguments: ObjectFormat.allCases)
  func aMissingBlobIsAnIncident(_ format: ObjectFormat) throws {
    let (repository, blob) = try repository(format)
    try repository.remove(loosePath(blob))
    try expectIncident(repository)
  }

  /// Breaks when a blob is passed by because it cannot be unpacked.
  @Test(arguments: [0, 1, 8, 20], ObjectFormat.allCases)
  func aCorruptBlobIsAnIncident(_ offset: Int, _ format: ObjectFormat) throws {
    let (repository, blob) = try repository(format)
    var bytes = try repository.bytes(of: loosePath(blob))
    bytes[offset] ^= 0xFF
    try repository.shell("chmod u+w \(loosePath(blob))")
    try repository.write(loosePath(blob), bytes)
    try expectIncident(repository)
  }

  /// Breaks when a file that was cut off, as after a power failure, counts as empty.
  @Test(arguments: [0, 5, 12], ObjectFormat.allCases)
  func aBlobThatIsCutOffIsAnIncident(_ length: Int, _ format: ObjectFormat) throws {
    let (repository, blob) = try repository(format)
    let bytes = try repository.bytes(of: loosePath(blob))
    try repository.shell("chmod u+w \(loosePath(blob))")
    try repository.write(loosePath(blob), Array(bytes.prefix(length)))
    try expectIncident(repository)
  }

  /// Breaks when an index entry may name an object that is no blob.
  @Test(arguments: ObjectFormat.allCases)
  func anEntryThatNamesATreeIsAnIncident(_ format: ObjectFormat) throws {
    let (repository, _) = try repository(format)
    let tree = try repository.git("rev-parse", "HEAD^{tree}")
    try repository.git("update-index", "--add", "--cacheinfo", "100644,\(tree),damaged.txt")
    try expectIncident(repository)
  }

  /// Breaks when an old version that cannot be read excuses the new one, or stops the scan.
  @Test(arguments: ObjectFormat.allCases)
  func anOldVersionThatIsGoneExcusesNothing(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", token.line)
    try repository.remove(loosePath(try repository.git("rev-parse", "HEAD:a.txt")))
    try repository.stage("a.txt", "more\n" + token.line)
    let report = try repository.scan()
    #expect(report.status == 1)
    #expect(report.places == ["a.txt:2 \(token.rule)"], "\(report)")
  }

  /// Breaks when a parent that is gone counts as none.
  @Test(arguments: ["HEAD", "HEAD^{tree}", "HEAD:folder"], ObjectFormat.allCases)
  func aMissingPartOfHEADIsAnError(_ part: String, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("folder/a.txt", "a\n")
    try repository.stage("folder/b.txt", "b\n")
    try repository.remove(loosePath(try repository.git("rev-parse", part)))
    let report = try repository.scan()
    #expect(report.status == 2, "\(report)")
    #expect(report.verdict == nil)
    #expect(report.errors.contains("error: "))
  }

  /// Breaks when a HEAD that names nothing counts as the time before the first commit.
  @Test(arguments: [true, false], ObjectFormat.allCases)
  func aBranchThatNamesNoCommitIsAnError(_ isDetached: Bool, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    let length = try repository.git("rev-parse", "HEAD").count
    let nowhere = String(repeating: "1", count: length) + "\n"
    try repository.write(isDetached ? ".git/HEAD" : ".git/refs/heads/main", nowhere)
    let report = try repository.scan()
    #expect(report.status == 2, "\(report)")
    #expect(report.verdict == nil)
  }

  /// Breaks when a branch whose file was cut off, as after a power failure, counts as unborn.
  @Test(arguments: ["", "garbage\n"], ObjectFormat.allCases)
  func aBranchWhoseFileIsDamagedIsAnError(_ contents: String, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.write(".git/refs/heads/main", contents)
    let report = try repository.scan()
    #expect(report.status == 2, "\(report)")
  }

  /// Breaks when a damaged pack ends the program, or its blobs pass.
  @Test(arguments: ObjectFormat.allCases)
  func aDamagedPackIsNeverClean(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for number in 0..<20 { try repository.stage("f\(number).txt", String(repeating: "\(number) line\n", count: 50)) }
    try repository.commit()
    try repository.stage("new.txt", (0..<3000).map { "\(Int.random(in: 0...Int.max)) \($0)\n" }.joined())
    try repository.git("gc", "--quiet", "--prune=now")
    let names = try FileManager.default.contentsOfDirectory(atPath: repository.root + "/.git/objects/pack")
    let pack = try #require(names.first { $0.hasSuffix(".pack") })
    var bytes = try repository.bytes(of: ".git/objects/pack/\(pack)")
    for index in stride(from: 40, to: bytes.count - 40, by: 50) { bytes[index] ^= 0x5A }
    try repository.shell("chmod u+w .git/objects/pack/*")
    try repository.write(".git/objects/pack/\(pack)", bytes)
    let report = try repository.scan()
    #expect(report.status == 2, "\(report)")
  }
}
