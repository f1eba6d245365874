import Foundation
import Packs
import Testing
import Vocabulary

@testable import Lineage

/// Everything that is said of a random history is what git says of it.
struct LineageOracleTests {
  enum Storage: String, CaseIterable { case packed, loose, twice }

  /// A random history with stashes, notes, tags on everything, commits that only a reflog has, and such that nothing has.
  private func sandbox(seed: UInt64, _ storage: Storage, idLength: Int) throws -> HistorySandbox {
    let sandbox = try HistorySandbox(idLength: idLength)
    let history = RandomHistory(seed: seed, commits: 60)
    try sandbox.git(["fast-import", "--quiet", "--force"], input: Array(history.stream.utf8))
    let head = try sandbox.line(["rev-parse", "b0"])
    let blob = try sandbox.blob("only in a stash \(seed)")
    for text in ["first", "second"] {
      let index = try sandbox.commit([("a/stashed", blob), ("staged", try sandbox.blob(text))], on: [head])
      let stash = try sandbox.commit([("a/stashed", blob), (text, try sandbox.blob(text))], on: [head, index])
      try sandbox.git(["update-ref", "--create-reflog", "-m", text, "refs/stash", stash])
    }
    let amended = try sandbox.commit([("amended", try sandbox.blob("amended"))], on: [head])
    try sandbox.git(["update-ref", "--create-reflog", "-m", "before", "refs/heads/b1", amended])
    try sandbox.git(["update-ref", "-m", "amend", "refs/heads/b1", head])
    _ = try sandbox.commit([("lost", try sandbox.blob("lost")), ("a/f0", blob)], on: [amended])
    try sandbox.git(["notes", "add", "-m", "a note", head])
    try sandbox.git(["tag", "-a", "-m", "tag", "v1", "b2"])
    try sandbox.git(["tag", "-a", "-m", "tag of a tag", "v2", "v1"])
    switch storage {
    case .packed: try sandbox.git(["repack", "-adfkq", "--depth=20"])
    case .twice: try sandbox.git(["repack", "-afq"])
    case .loose:
      let packs = sandbox.root + "/.git/objects/pack"
      for name in try FileManager.default.contentsOfDirectory(atPath: packs) where name.hasSuffix(".pack") {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(packs)/\(name)")))
        for end in [".pack", ".idx"] {
          try FileManager.default.removeItem(atPath: packs + "/" + name.replacingOccurrences(of: ".pack", with: end))
        }
        try sandbox.git(["unpack-objects", "-q"], input: bytes)
      }
    }
    return sandbox
  }

  // Breaks when any event of the history is missed, invented, or given to another commit, path or order.
  @Test(arguments: zip(0..<6, [Storage.packed, .loose, .twice, .packed, .packed, .twice]))
  func `places, order, reach and references are git's`(seed: UInt64, storage: Storage) async throws {
    let sandbox = try sandbox(seed: seed, storage, idLength: seed % 4 == 3 ? 32 : 20)
    let all = seed % 2 == 0
    let oracle = try HistoryOracle(sandbox, all: all)
    let store = try sandbox.store()
    let lineage = try await sandbox.lineage(store, workers: 1 + Int(seed % 3))
    let blobs = (0..<store.count).filter { store.kind(of: $0) == .blob }

    let result = try await lineage.trace(blobs, includesUnreachable: all, workers: 1 + Int(seed % 3))
    let found = result.places.map { "\(store.id(of: $0.commit)) \(store.id(of: $0.object))\t\($0.path)" }
    #expect(Set(found) == oracle.places && found.count == oracle.places.count)
    #expect(found.count > 25 && result.failures.isEmpty && result.missing.isEmpty && !result.isCut)

    let order = oracle.order
    for place in result.places {
      let commit = store.id(of: place.commit).description
      #expect(lineage.reach(ofCommit: place.commit) == oracle.reach[commit] ?? .nothing)
    }
    let sorted = Set(result.places.map { Pair(order: $0.order, commit: store.id(of: $0.commit).description) })
      .sorted { $0.order < $1.order }.map(\.commit)
    if all { #expect(sorted == order.filter(Set(sorted).contains)) }
    #expect(zip(result.places, result.places.dropFirst()).allSatisfy { ($0.order, $0.path) <= ($1.order, $1.path) })

    let commits = Array(Set(result.places.map(\.commit))).sorted()
    for (commit, names) in zip(commits, lineage.references(reachingCommits: commits)) {
      let id = store.id(of: commit).description
      #expect(try names == sandbox.lines(["for-each-ref", "--format=%(refname)", "--contains", id]).sorted())
    }
    let head = try sandbox.lines(["ls-tree", "-r", "HEAD"]).map { String($0.split(whereSeparator: \.isWhitespace)[2]) }
    #expect(Set((result.headObjects ?? []).map { store.id(of: $0).description }) == Set(head))

    // A few objects at a time are told just what all together are.
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let few = Set(blobs.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random)))
      let part = try await lineage.trace(Array(few), includesUnreachable: all, workers: 1)
      #expect(part.places == result.places.filter { few.contains($0.object) })
    }
  }

  private struct Pair: Hashable {
    let order: Int
    let commit: String
  }
}
