import Testing

/// What a history says of what leads to its parts and is broken.
@Suite struct HistoryGapsTests {
  private func history(_ repository: GitRepository) throws -> ScanReport {
    try repository.stanch().scan(["scan", "history"])
  }

  private func repository() throws -> GitRepository {
    let repository = try GitRepository()
    try repository.commit("a.txt", "a\n")
    return repository
  }

  private static let nowhere = String(repeating: "12", count: 20)

  /// Breaks when lines of a reflog that are not git's pass for read, or are miscounted.
  @Test(arguments: [1, 3]) func linesOfAReflogThatCannotBeRead(_ count: Int) throws {
    let repository = try repository()
    try repository.shell("for i in $(seq \(count)); do echo 'no line of git' >>.git/logs/refs/heads/main; done")
    let report = try history(repository)
    #expect(report.status == 2 && report.incidents == ["unreadable reflogs"], "\(report)")
    let lines = count == 1 ? "1 line " : "3 lines "
    #expect(report.verdict?.incidents.first?.reason.hasPrefix(lines) == true, "\(report)")
  }

  /// Breaks when a reflog that outlives its objects makes every scan after `git gc` incomplete.
  @Test func aReflogMayNameWhatGitDropped() throws {
    let repository = try repository()
    let id = try repository.git("rev-parse", "HEAD")
    let line = "\(id) \(HistoryGapsTests.nowhere) A <a@example.com> 1700000000 +0000\tdropped"
    try repository.shell("echo '\(line)' >>.git/logs/HEAD; echo '\(line)' >>.git/logs/refs/heads/main")
    #expect(try history(repository).isClean)
  }

  /// Breaks when a reference or the stash that names nothing passes for looked at, or is called a reflog.
  @Test(arguments: ["refs/heads/lost", "refs/notes/lost", "refs/stash"])
  func aReferenceThatNamesNothing(_ name: String) throws {
    let repository = try repository()
    try repository.shell("mkdir -p $(dirname .git/\(name)); echo \(HistoryGapsTests.nowhere) >.git/\(name)")
    let report = try history(repository)
    #expect(report.status == 2 && report.incidents == ["unreadable \(name)"], "\(report)")
  }

  /// Breaks when an older entry of the stash that names nothing passes for looked at.
  @Test func anOlderStashThatNamesNothing() throws {
    let repository = try repository()
    try repository.write("a.txt", "change\n")
    try repository.git("stash", "push", "-q")
    let id = try repository.git("rev-parse", "refs/stash")
    let line = "\(HistoryGapsTests.nowhere) \(id) A <a@example.com> 1700000000 +0000\tdropped"
    try repository.shell("echo '\(line)' >>.git/logs/refs/stash")
    let report = try history(repository)
    #expect(report.status == 2 && report.incidents == ["unreadable refs/stash"], "\(report)")
  }

  /// Breaks when HEAD's own commit is told as a reflog's, or twice.
  @Test(arguments: [true, false]) func aHeadThatNamesNothing(_ isDetached: Bool) throws {
    let repository = try repository()
    try repository.git("branch", "other")
    let file = isDetached ? "HEAD" : "refs/heads/main"
    try repository.shell("echo \(HistoryGapsTests.nowhere) >.git/\(file)")
    let report = try history(repository)
    #expect(report.status == 2 && report.incidents == ["unreadable \(file)"], "\(report)")
  }
}
