import Testing
import Vocabulary

@testable import Git

@Suite struct StagedChangesTests {
  private static func side(_ number: Int?, _ mode: UInt32 = 0o100644) -> IndexComparison.Side? {
    number.map { IndexComparison.Side(object: GitSandbox.name($0), mode: mode) }
  }

  private static func difference(
    _ path: String, index: Int?, parent: Int?, mode: UInt32 = 0o100644, parentMode: UInt32 = 0o100644
  ) -> IndexComparison.Difference {
    IndexComparison.Difference(path: RepositoryPath(path), index: side(index, mode), parent: side(parent, parentMode))
  }

  private static func changes(_ differences: [IndexComparison.Difference]...) -> StagedChanges {
    StagedChanges(differences: differences, unmerged: [])
  }

  @Test("one parent: added, changed, removed, sorted by path")
  func oneParent() {
    let staged = Self.changes([
      Self.difference("b", index: 2, parent: 1), Self.difference("a", index: 3, parent: nil),
      Self.difference("c", index: nil, parent: 4), Self.difference("d", index: nil, parent: 4),
    ])
    #expect(
      staged.changes == [
        StagedChange(path: RepositoryPath("a"), blob: GitSandbox.name(3), mode: .regular, before: []),
        StagedChange(path: RepositoryPath("b"), blob: GitSandbox.name(2), mode: .regular, before: [GitSandbox.name(1)]),
      ])
    #expect(staged.removed == [GitSandbox.name(4)])
    #expect(staged.submodules.isEmpty && staged.unmerged.isEmpty)
  }

  @Test("a merge: what agrees with any parent brings nothing new")
  func severalParents() {
    let staged = Self.changes(
      [Self.difference("both", index: 3, parent: 1), Self.difference("ours", index: 5, parent: 4)],
      [Self.difference("both", index: 3, parent: 2), Self.difference("theirs", index: 7, parent: 6)])
    #expect(staged.changes.map(\.path.description) == ["both"])
    #expect(staged.changes.first?.before == [GitSandbox.name(1), GitSandbox.name(2)])
  }

  @Test("three parents: all have to differ", arguments: [[0, 1, 2], [0, 1], [2]])
  func octopus(differing: [Int]) {
    let difference = Self.difference("a", index: 2, parent: 1)
    let sides = (0..<3).map { differing.contains($0) ? [difference] : [] }
    #expect(StagedChanges(differences: sides, unmerged: []).changes.count == (differing.count == 3 ? 1 : 0))
  }

  @Test("one parent has the content under another mode")
  func modeOfOneParent() {
    let staged = Self.changes(
      [Self.difference("a", index: 2, parent: 1)],
      [Self.difference("a", index: 2, parent: 2, mode: 0o100644, parentMode: 0o100755)])
    #expect(staged.changes.isEmpty)
  }

  @Test(
    "a change of mode alone brings nothing new, a change of content does",
    arguments: [
      (1, 1, 0o100755, false), (1, 1, 0o120000, false), (2, 1, 0o100755, true), (2, 1, 0o120000, true),
    ] as [(Int, Int, UInt32, Bool)])
  func modes(index: Int, parent: Int, mode: UInt32, isNew: Bool) {
    let staged = Self.changes([Self.difference("a", index: index, parent: parent, mode: mode)])
    #expect(staged.changes.count == (isNew ? 1 : 0))
    #expect(staged.changes.first?.mode == (isNew ? FileMode(mode) : nil))
  }

  @Test("a submodule has no content here, before or after")
  func submodules() {
    let staged = Self.changes([
      Self.difference("new", index: 1, parent: nil, mode: 0o160000),
      Self.difference("was", index: 3, parent: 2, parentMode: 0o160000),
      Self.difference("gone", index: nil, parent: 4, parentMode: 0o160000),
    ])
    #expect(staged.submodules == [RepositoryPath("new")])
    #expect(staged.changes.map(\.path.description) == ["was"])
    #expect(staged.changes.first?.before == [])
    #expect(staged.removed.isEmpty)
  }

  @Test("what a parent has and the index has not is removed, once")
  func removed() {
    let staged = Self.changes(
      [Self.difference("a", index: nil, parent: 1), Self.difference("b", index: nil, parent: 1)],
      [Self.difference("a", index: nil, parent: 2)])
    #expect(Set(staged.removed) == [GitSandbox.name(1), GitSandbox.name(2)])
    #expect(staged.removed.count == 2)
    #expect(staged.changes.isEmpty)
  }

  @Test("a mode that git never writes is scanned as a file")
  func strangeMode() {
    let staged = Self.changes([Self.difference("a", index: 1, parent: nil, mode: 0o000644)])
    #expect(staged.changes.map(\.mode) == [.regular])
  }

  @Test("paths in conflict are listed in order")
  func unmerged() {
    let paths = ["b", "a/c", "a"].map { RepositoryPath($0) }
    #expect(StagedChanges(differences: [[]], unmerged: Set(paths)).unmerged.map(\.description) == ["a", "a/c", "b"])
  }
}
