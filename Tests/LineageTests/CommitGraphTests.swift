import Testing

@testable import Lineage

struct CommitGraphTests {
  private let numbers = FakeNumbers(count: 50, idLength: 20)

  private func hex(_ number: Int) -> String {
    numbers.id(number).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
  }

  private func text(tree: Int, parents: [Int] = [], committer: String = "C <c@c.example> 100 +0000") -> String {
    "tree \(hex(tree))\n" + parents.map { "parent \(hex($0))\n" }.joined()
      + "author A <a@a.example> 7 +0000\ncommitter \(committer)\n\nmessage\n"
  }

  private func graph(_ commits: [(number: Int, text: String)], shallow: Set<Int> = []) -> CommitGraph {
    var builders = [CommitGraph.Builder(numbers, idLength: 20), CommitGraph.Builder(numbers, idLength: 20)]
    for (place, commit) in commits.enumerated() {
      let bytes = Array(commit.text.utf8)
      unsafe builders[place % 2].add(commit: commit.number, bytes: bytes.span.bytes)
    }
    return CommitGraph(builders, count: 50, shallow: shallow)
  }

  // Breaks when the order follows the clock where that goes wrong, or not where it may.
  @Test func `parents come first, then the older, then the smaller`() {
    func made(_ seconds: String) -> String { "C <c> \(seconds) +0100" }
    let graph = graph([
      (9, text(tree: 1, parents: [8], committer: made("1"))), (8, text(tree: 1, committer: made("50"))),
      (7, text(tree: 1, committer: made("50"))), (6, text(tree: 1, parents: [7, 8], committer: made("60"))),
      (5, text(tree: 1, committer: made("40"))),
    ])
    #expect(graph.commits == [5, 7, 8, 9, 6])
    #expect(graph.parents(of: 4).sorted() == [1, 2])
    #expect(graph.place(of: 9) == 3 && graph.place(of: 4) == nil)
  }

  // Breaks when an odd time stops the reading of a commit that git reads.
  @Test(arguments: [
    ("C <c> 12 +0000", 12), ("C <a> b> 12 +0000", 12), ("C c 12 +0000", 0), ("C <c> x", 0), ("C <c>", 0),
    ("C <c> 99999999999999999999999 +0000", 999_999_999_999_999_999), ("", 0),
  ])
  func `times are read as far as they are times`(committer: String, seconds: Int) throws {
    let bytes = Array(text(tree: 1, committer: committer).utf8)
    let time = unsafe bytes.withUnsafeBytes { unsafe CommitHeader($0, idLength: 20)?.time }
    #expect(time == seconds)
  }

  // Breaks when a damaged commit passes for one that was read, or pulls others down with it.
  @Test(arguments: ["", "tree", "tree 12\n", "parent x\n", "junk\n\n", "tree zz\n"])
  func `a damaged commit is a failure and stays in the graph`(damaged: String) {
    let graph = graph([(9, text(tree: 1, parents: [8])), (8, damaged)])
    #expect(graph.failures.map(\.object) == [8])
    #expect(graph.commits == [8, 9])
    #expect(graph.trees == [CommitGraph.none, 1])
  }

  // Breaks when a parent that is no name, or names no commit, is passed over in silence.
  @Test func `parents that are none are failures`() {
    let broken = text(tree: 1).replacing("author", with: "parent 12\nauthor", maxReplacements: 1)
    let graph = graph([(9, broken), (8, text(tree: 1, parents: [3]))])
    #expect(graph.failures.map(\.object) == [3, 9])
    #expect(graph.commits.contains(8))
  }

  // Breaks when a forged circle of commits makes the sort lose commits, or never end.
  @Test func `commits that are their own ancestors are failures`() {
    let graph = graph([
      (9, text(tree: 1, parents: [8])), (8, text(tree: 1, parents: [9])), (7, text(tree: 1)),
      (6, text(tree: 2, parents: [6])),
    ])
    #expect(Set(graph.commits) == [6, 7, 8, 9])
    #expect(graph.failures.map(\.object) == [6, 8, 9])
  }

  // Breaks when what is missing beyond a shallow boundary, and what is missing without one, are taken for each other.
  @Test func `missing parents are told from a shallow boundary`() {
    let commits = [(9, text(tree: 1, parents: [60])), (8, text(tree: 1, parents: [61]))]
    let graph = graph(commits, shallow: [9])
    #expect(graph.shallowCommits == 1)
    #expect(graph.missingParents.map(\.commit) == [8])
    #expect(Array(graph.missing[graph.missingParents[0].parent - 50]) == numbers.id(61))
  }
}
