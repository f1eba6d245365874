import Testing
import Vocabulary

@testable import Git

@Suite struct IndexComparisonTests {
  /// Differences as lines that can be compared, sorted.
  private static func lines(_ differences: [IndexComparison.Difference]) -> [String] {
    differences.map { "\($0.path) \(text($0.parent)) -> \(text($0.index))" }.sorted()
  }

  private static func text(_ side: IndexComparison.Side?) -> String {
    side.map { "\(String($0.mode, radix: 8)) \($0.object)" } ?? "none"
  }

  private func compared(_ sandbox: GitSandbox, with tree: ObjectID?) throws -> (
    lines: [String], unmerged: Set<RepositoryPath>
  ) {
    let trees = TreeReader(sandbox)
    var comparison = IndexComparison(try sandbox.index()) { id throws(GitError) in try trees.entries(of: id) }
    try comparison.compare(with: tree)
    return (Self.lines(comparison.differences), comparison.unmerged)
  }

  private func listed(_ sandbox: GitSandbox, against tree: String) throws -> (
    lines: [String], unmerged: Set<RepositoryPath>
  ) {
    let output = try sandbox.git([
      "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ita-invisible-in-index", tree, "--",
    ])
    var reader = RawDiff(output)
    try reader.read()
    return (Self.lines(reader.differences), reader.unmerged)
  }

  /// Trees read by one `git cat-file --batch` would be faster; each is remembered instead.
  private final class TreeReader {
    private let sandbox: GitSandbox
    private var known: [ObjectID: [TreeEntry]] = [:]
    private(set) var readCount = 0

    init(_ sandbox: GitSandbox) { self.sandbox = sandbox }

    func entries(of id: ObjectID) throws(GitError) -> [TreeEntry] {
      readCount += 1
      if let entries = known[id] { return entries }
      do {
        let entries = try sandbox.tree(id)
        known[id] = entries
        return entries
      } catch {
        throw GitError(code: .missing, operation: "reading the tree", subject: id.description, cause: "\(error)")
      }
    }
  }

  @Test("random trees and random edits give what git diff-index gives", arguments: 0..<20)
  func property(seed: Int) throws {
    let sandbox = try GitSandbox()
    var random = RandomPaths(seed: UInt64(seed))
    let blobs = try (0..<4).map { try sandbox.blob("\($0)") }
    let modes = ["100644", "100755", "120000"]
    func entry(_ path: [UInt8]) -> (mode: String, object: ObjectID, stage: Int, path: [UInt8]) {
      (modes[random.number(0...9) % 3], blobs[random.number(0...3)], 0, path)
    }
    try sandbox.stage(random.compatible(12, depth: 3).map(entry))
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree"]).utf8)))
    var differing = 0
    for round in 0..<12 {
      // A new path takes the place of what stands in its way: files become folders, and folders files.
      for _ in 0..<random.number(0...3) { try replace(random.path(depth: 3), with: entry, in: sandbox) }
      if let victim = try sandbox.index().entries.randomElement(), random.number(0...1) == 0 {
        try sandbox.remove([Array(victim.path)])
      }
      // With cached trees for all, and with those that the edits left.
      if round.isMultiple(of: 3) { try sandbox.git(["write-tree"]) }
      if round.isMultiple(of: 4) { try sandbox.git(["read-tree", try sandbox.line(["write-tree"])]) }
      let (found, expected) = (try compared(sandbox, with: tree), try listed(sandbox, against: tree.description))
      #expect(found.lines == expected.lines, "seed \(seed), round \(round)")
      differing += found.lines.count
    }
    #expect(differing > 0)
  }

  private func replace(
    _ path: [UInt8], with entry: ([UInt8]) -> (mode: String, object: ObjectID, stage: Int, path: [UInt8]),
    in sandbox: GitSandbox
  ) throws {
    let slash = [UInt8(ascii: "/")]
    let inTheWay = try sandbox.index().entries.map { Array($0.path) }
      .filter { $0.starts(with: path + slash) || path.starts(with: $0 + slash) }
    if !inTheWay.isEmpty { try sandbox.remove(inTheWay) }
    try sandbox.stage([entry(path)])
  }

  @Test(
    "a file takes the place of a folder, and a folder of a file",
    arguments: [
      (["a"], ["a/b"]), (["a/b"], ["a"]), (["a", "a-b", "a.b"], ["a-b", "a.b", "a/c", "a0"]),
      (["a/b/c", "a/b0"], ["a/b", "a/b/"]),
      (["lib.c", "lib/x", "lib-"], ["lib", "lib-", "lib.c"]), (["x/y/z"], ["x"]), ([], ["a/b/c/d"]), (["a/b/c/d"], []),
    ])
  func swaps(before: [String], after: [String]) throws {
    let sandbox = try GitSandbox()
    let blob = try sandbox.blob("x")
    func stage(_ paths: [String]) throws {
      try sandbox.git(["read-tree", "--empty"])
      try sandbox.stage(paths.filter { !$0.hasSuffix("/") }.map { ("100644", blob, 0, Array($0.utf8)) })
    }
    try stage(before)
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree"]).utf8)))
    try stage(after)
    for writesTrees in [false, true] {
      if writesTrees { try sandbox.git(["write-tree"]) }
      #expect(try compared(sandbox, with: tree).lines == listed(sandbox, against: tree.description).lines)
    }
  }

  @Test("against no parent everything is new")
  func unborn() throws {
    let sandbox = try GitSandbox()
    for path in ["a", "b/c", "b/d/e"] { try sandbox.write(path, to: path) }
    try sandbox.git(["add", "."])
    #expect(try compared(sandbox, with: nil).lines.count == 3)
  }

  @Test("folders whose cached tree is the parent's are not read")
  func cachedTreesSaveReading() throws {
    let sandbox = try GitSandbox()
    for path in ["a/b/c", "a/d", "e/f", "g"] { try sandbox.write(path, to: path) }
    try sandbox.git(["add", "."])
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree"]).utf8)))
    func reads() throws -> Int {
      let trees = TreeReader(sandbox)
      var comparison = IndexComparison(try sandbox.index()) { id throws(GitError) in try trees.entries(of: id) }
      try comparison.compare(with: tree)
      return trees.readCount
    }
    #expect(try reads() == 0)
    try sandbox.write("changed", to: "a/d")
    try sandbox.git(["add", "a/d"])
    #expect(try reads() == 2)
  }

  @Test("a conflict is no difference, in folders too")
  func conflicts() throws {
    let sandbox = try GitSandbox()
    let (one, two) = (try sandbox.blob("1"), try sandbox.blob("2"))
    try sandbox.stage(["a", "f/b", "f/c"].map { ("100644", one, 0, Array($0.utf8)) })
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree"]).utf8)))
    try sandbox.remove([Array("a".utf8), Array("f/b".utf8)])
    try sandbox.stage([
      ("100644", one, 1, Array("a".utf8)), ("100644", two, 2, Array("a".utf8)), ("100644", two, 2, Array("f/b".utf8)),
      ("100644", one, 3, Array("f/b".utf8)), ("100644", two, 3, Array("new".utf8)),
      ("100644", two, 0, Array("f/c".utf8)),
    ])
    let (found, expected) = (try compared(sandbox, with: tree), try listed(sandbox, against: tree.description))
    #expect(found.unmerged == [RepositoryPath("a"), RepositoryPath("f/b"), RepositoryPath("new")])
    #expect(found.unmerged == expected.unmerged)
    #expect(found.lines == expected.lines)
    #expect(found.lines.count == 1)
  }

  @Test("what git add -N announced is not in the coming commit")
  func intentToAdd() throws {
    let sandbox = try GitSandbox()
    try sandbox.write("1", to: "kept")
    try sandbox.write("1", to: "again")
    try sandbox.git(["add", "."])
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree"]).utf8)))
    try sandbox.git(["rm", "--quiet", "--cached", "again"])
    try sandbox.write("1", to: "folder/new")
    try sandbox.git(["add", "-N", "again", "folder/new"])
    let (found, expected) = (try compared(sandbox, with: tree), try listed(sandbox, against: tree.description))
    #expect(found.lines == expected.lines)
    #expect(found.lines.map { $0.hasPrefix("again ") && $0.hasSuffix("-> none") } == [true])
  }

  @Test("submodules differ by their commit")
  func submodules() throws {
    let sandbox = try GitSandbox()
    try sandbox.stage([
      ("160000", GitSandbox.name(1), 0, Array("sub".utf8)), ("160000", GitSandbox.name(2), 0, Array("d/s".utf8)),
    ])
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree", "--missing-ok"]).utf8)))
    try sandbox.stage([("160000", GitSandbox.name(3), 0, Array("sub".utf8))])
    #expect(try compared(sandbox, with: tree).lines == listed(sandbox, against: tree.description).lines)
    #expect(try compared(sandbox, with: tree).lines.count == 1)
  }

  @Test("folders outside of a sparse checkout are compared as trees")
  func sparseFolders() throws {
    let sandbox = try GitSandbox()
    for path in ["in/a", "out/b", "out/deep/c", "other/d"] { try sandbox.write(path, to: path) }
    try sandbox.git(["add", "."])
    try sandbox.git(["commit", "--quiet", "-m", "one"])
    for path in ["in/a", "out/deep/c", "out/new/e"] { try sandbox.write("changed", to: path) }
    try sandbox.git(["add", "."])
    try sandbox.git(["commit", "--quiet", "-m", "two"])
    try sandbox.git(["sparse-checkout", "set", "--cone", "--sparse-index", "in"])
    #expect(try sandbox.index().entries.contains { $0.mode == 0o040000 })
    let before = try #require(ObjectID(hex: Array(try sandbox.line(["rev-parse", "HEAD~1^{tree}"]).utf8)))
    #expect(try compared(sandbox, with: before).lines == listed(sandbox, against: "HEAD~1").lines)
    #expect(try compared(sandbox, with: before).lines.count == 3)
  }

  @Test("a tree that is not there is an error, and no pass")
  func missingTree() throws {
    let sandbox = try GitSandbox()
    try sandbox.stage([("100644", GitSandbox.name(1), 0, Array("a".utf8))])
    #expect(throws: GitError.self) { try compared(sandbox, with: GitSandbox.name(9)) }
  }
}
