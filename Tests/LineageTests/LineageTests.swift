import Foundation
import Packs
import Testing
import Vocabulary

@testable import Lineage

/// The corners of a history that random ones do not have.
struct LineageTests {
  // Breaks when what only a tag or reference names, without a commit, is passed over or given to a commit.
  @Test func `what tags name themselves has no commit`() async throws {
    let sandbox = try HistorySandbox()
    let (tagged, inTree) = (try sandbox.blob("tagged"), try sandbox.blob("in a tree"))
    let tree = try sandbox.line(["mktree"], input: Array("100644 blob \(inTree)\tname\n".utf8))
    try sandbox.git(["update-ref", "refs/heads/b0", try sandbox.commit([("f", try sandbox.blob("f"))])])
    try sandbox.git(["tag", "-a", "-m", "x", "of-blob", tagged])
    try sandbox.git(["tag", "of-tree", tree])
    let store = try sandbox.store()
    let lineage = try await sandbox.lineage(store)
    let result = try await lineage.trace(
      [tagged, inTree].compactMap { store.number($0) }, includesUnreachable: false, workers: 1)
    #expect(result.places.isEmpty && result.unreached.isEmpty)
    let tag = store.number(try sandbox.line(["rev-parse", "refs/tags/of-blob"]))
    let direct = result.directPlaces.sorted { $0.path < $1.path }
    #expect(direct.map(\.path.description) == ["", "name"])
    #expect(direct.map(\.tag) == [tag, nil])
    #expect(direct.map(\.tip.name) == ["refs/tags/of-blob", "refs/tags/of-tree"])
    #expect(lineage.reach(ofTag: try #require(tag)) == .reference)
    #expect(lineage.references(reachingTag: try #require(tag)) == ["refs/tags/of-blob"])
  }

  // Breaks when an object that nothing leads to is lost, or taken for one that something leads to.
  @Test func `a dangling object is unreached`() async throws {
    let sandbox = try HistorySandbox()
    let (dangling, lost) = (try sandbox.blob("dangling"), try sandbox.blob("lost"))
    try sandbox.git(["update-ref", "refs/heads/b0", try sandbox.commit([("f", try sandbox.blob("f"))])])
    _ = try sandbox.commit([("lost", lost)])
    let store = try sandbox.store()
    let lineage = try await sandbox.lineage(store)
    let objects = try [dangling, lost].map { try #require(store.number($0)) }
    #expect(try await lineage.trace(objects, includesUnreachable: false, workers: 1).unreached == objects)
    let all = try await lineage.trace(objects, includesUnreachable: true, workers: 1)
    #expect(all.unreached == [objects[0]])
    #expect(all.places.map(\.object) == [objects[1]])
    #expect(lineage.reach(ofCommit: all.places[0].commit) == .nothing)
  }

  // Breaks when a blob or tree that is named and not there is passed over in silence.
  @Test(arguments: [true, false])
  func `what is missing is told with its place`(isTree: Bool) async throws {
    let sandbox = try HistorySandbox()
    let blob = try sandbox.blob("gone")
    let commit = try sandbox.commit([("a/b/gone", blob), ("here", try sandbox.blob("here"))])
    try sandbox.git(["update-ref", "refs/heads/b0", commit])
    let gone = isTree ? try sandbox.line(["rev-parse", "\(commit):a"]) : blob
    try FileManager.default.removeItem(atPath: "\(sandbox.root)/.git/objects/\(gone.prefix(2))/\(gone.dropFirst(2))")
    let store = try sandbox.store()
    let result = try await sandbox.lineage(store).trace([], includesUnreachable: false, workers: 1)
    #expect(result.missing.map(\.description) == [gone])
    #expect(result.places.map(\.object) == [store.count])
    #expect(result.places.map(\.path.description) == [isTree ? "a" : "a/b/gone"])
    #expect(!result.areMissingOnlyCounted)
  }

  // Breaks when a damaged tree, with everything below it, counts as looked at.
  @Test func `a damaged tree is a failure with its place`() async throws {
    let sandbox = try HistorySandbox()
    let commit = try sandbox.commit([("a/f", try sandbox.blob("f"))])
    try sandbox.git(["update-ref", "refs/heads/b0", commit])
    let tree = try sandbox.line(["rev-parse", "\(commit):a"])
    let file = "\(sandbox.root)/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"
    try FileManager.default.removeItem(atPath: file)
    try Data([0x78, 0x01, 0xff, 0xff]).write(to: URL(fileURLWithPath: file))
    let store = try sandbox.store()
    let result = try await sandbox.lineage(store).trace([], includesUnreachable: false, workers: 1)
    #expect(result.failures.contains { $0.object == store.number(tree) })
    #expect(result.places.map(\.path.description) == ["a"])
  }

  // Breaks when a shallow clone passes for a whole one, or its boundary for damage.
  @Test func `a shallow boundary is counted and is no missing commit`() async throws {
    let sandbox = try HistorySandbox()
    let first = try sandbox.commit([("f", try sandbox.blob("1"))])
    let second = try sandbox.commit([("f", try sandbox.blob("2"))], on: [first])
    try sandbox.git(["update-ref", "refs/heads/b0", second])
    try FileManager.default.removeItem(atPath: "\(sandbox.root)/.git/objects/\(first.prefix(2))/\(first.dropFirst(2))")
    let store = try sandbox.store()
    let damaged = try await sandbox.lineage(store).trace([], includesUnreachable: false, workers: 1)
    #expect(damaged.missingCommits.map(\.description) == [first])
    #expect(damaged.shallowCommits == 0)
    try Data("\(second)\n".utf8).write(to: URL(fileURLWithPath: sandbox.root + "/.git/shallow"))
    let shallow = try await sandbox.lineage(store).trace([], includesUnreachable: false, workers: 1)
    #expect(shallow.missingCommits.isEmpty)
    #expect(shallow.shallowCommits == 1)
  }

  // Breaks when trees that hold each other over and over, and so have paths without end, are followed to the end.
  @Test func `paths without end are cut, and that is told`() async throws {
    let sandbox = try HistorySandbox()
    let blob = try sandbox.blob("everywhere")
    var tree = try sandbox.line(["mktree"], input: Array("100644 blob \(blob)\tf\n".utf8))
    for _ in 0..<8 {
      let entries = (0..<10).map { "040000 tree \(tree)\tf\($0)\n" }.joined()
      tree = try sandbox.line(["mktree"], input: Array(entries.utf8))
    }
    try sandbox.git(["update-ref", "refs/heads/b0", try sandbox.commit(tree: tree)])
    let store = try sandbox.store()
    let number = try #require(store.number(blob))
    var lineage = try await sandbox.lineage(store)
    lineage.placeLimit = 500
    let result = try await lineage.trace([number], includesUnreachable: false, workers: 1)
    #expect(result.isCut && result.places.count >= 500)
    #expect(result.headObjects == [number])
  }

  // Breaks when a reference to something that is not there is passed over in silence.
  @Test func `a tip whose object is missing is told`() async throws {
    let sandbox = try HistorySandbox()
    let store = try sandbox.store()
    let id = ObjectID(bytes: [UInt8](repeating: 7, count: 20))
    let graph = try await CommitGraph.read(store, idLength: 20, shallow: [], workers: 1)
    let tip = Tip(name: "refs/heads/gone", id: id, reach: .reference)
    let lineage = Lineage(store: store, idLength: 20, graph: graph, tips: [tip], head: nil)
    let result = try await lineage.trace([], includesUnreachable: false, workers: 2)
    #expect(result.missingTips == [tip])
    #expect(result.headObjects == nil)
  }

  // Breaks when a cancelled trace looks like a finished one.
  @Test func `a cancelled trace is none`() async throws {
    let sandbox = try HistorySandbox()
    try sandbox.git(["update-ref", "refs/heads/b0", try sandbox.commit([("f", try sandbox.blob("f"))])])
    let lineage = try await sandbox.lineage(sandbox.store())
    await #expect(throws: CancellationError.self) {
      _ = try await lineage.trace([], includesUnreachable: false, workers: 1, isCancelled: { true })
    }
  }
}
