import Testing
import Vocabulary

@testable import Git

/// Trees made up here, and compared both by `TreeComparison` and path by path.
@Suite struct TreeComparisonTests {
  /// Trees by their names, which count up.
  private struct Store {
    var trees: [ObjectID: [UInt8]] = [:]

    static func id(_ number: Int) -> ObjectID {
      ObjectID(bytes: [UInt8](repeating: 7, count: 16) + (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }

    /// A tree of files by their paths; equal files make equal trees.
    mutating func tree(_ files: [String: Int]) -> ObjectID {
      var children: [String: [String: Int]] = [:]
      var entries: [(key: String, bytes: [UInt8])] = []
      for (path, blob) in files {
        if let slash = path.firstIndex(of: "/") {
          children[String(path[..<slash]), default: [:]][String(path[path.index(after: slash)...])] = blob
        } else {
          let mode = blob % 5 == 0 ? "160000" : blob % 5 == 1 ? "120000" : "100644"
          entries.append((path, Array("\(mode) \(path)\0".utf8) + Store.id(blob).bytes))
        }
      }
      for (name, files) in children where self.children(files) {
        let child = tree(files)
        entries.append((name + "/", Array("40000 \(name)\0".utf8) + child.bytes))
      }
      let bytes = entries.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }.flatMap(\.bytes)
      if let known = trees.first(where: { $0.value == bytes })?.key { return known }
      let id = Store.id(1_000_000 + trees.count)
      trees[id] = bytes
      return id
    }

    private func children(_ files: [String: Int]) -> Bool { !files.isEmpty }

    func changes(_ tree: ObjectID, _ others: [ObjectID]) async throws -> TreeChanges {
      var comparison = TreeComparison([TreePair(tree: tree, others: others)])
      try await comparison.run { ids throws(GitError) in
        var read: TreeComparison.Trees = [:]
        for id in ids {
          read[id] = trees[id].map { .success($0) } ?? .failure(GitError(code: .missing, operation: "", cause: ""))
        }
        return read
      }
      return comparison.changes[0]
    }
  }

  private static let paths = [
    "a", "a.b", "a/b", "a/c", "a/b.c/d", "a-b", "a0", "b/a/a", "b/a/b", "b/b", "c", "c/d", "d/e/f/g", "d/e/f/h",
    "d/e/i",
  ]

  private func random(_ generator: inout SystemRandomNumberGenerator) -> [String: Int] {
    var files: [String: Int] = [:]
    for path in TreeComparisonTests.paths where Int.random(in: 0..<3, using: &generator) > 0 {
      let isInTheWay = files.keys.contains { path.hasPrefix($0 + "/") || $0.hasPrefix(path + "/") }
      if !isInTheWay { files[path] = Int.random(in: 1..<6, using: &generator) }
    }
    return files
  }

  /// Breaks when an entry is taken for its neighbour, a folder is passed by that differs, or what a parent has counts as new.
  @Test(arguments: 0..<4) func itFindsWhatPathByPathIsNew(_ parents: Int) async throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      var store = Store()
      let own = random(&generator)
      let others = (0..<parents).map { _ in random(&generator) }
      let tree = store.tree(own)
      var trees: [ObjectID] = []
      for other in others { trees.append(store.tree(other)) }
      let changes = try await store.changes(tree, trees)
      let new = own.filter { path, blob in !others.contains { $0[path] == blob } }
      #expect(changes.failures.isEmpty)
      #expect(Set(changes.submodules.map(\.description)) == Set(new.filter { $0.value % 5 == 0 }.keys))
      let expected = new.filter { $0.value % 5 != 0 }.sorted { RepositoryPath($0.key) < RepositoryPath($1.key) }
      #expect(changes.blobs.map(\.path.description) == expected.map(\.key), "\(own) against \(others)")
      for (found, file) in zip(changes.blobs, expected) {
        #expect(found.blob == Store.id(file.value))
        let before = others.compactMap { $0[file.key] }.filter { $0 % 5 != 0 }
        #expect(found.before == before.map(Store.id))
      }
    }
  }

  /// Breaks when a tree that is not there, or not whole, passes for one without entries.
  @Test func whatCannotBeReadIsAFailure() async throws {
    var store = Store()
    let tree = store.tree(["a/b": 1, "c": 2])
    let whole = try #require(store.trees[tree])
    let other = store.tree(["c": 3])
    #expect(try await store.changes(Store.id(5), []).failures.count == 1)
    let beside = try await store.changes(tree, [Store.id(5), other])
    #expect(beside.failures.count == 1 && beside.blobs.map(\.path.description) == ["a/b", "c"])
    for length in 1..<whole.count where length != 28 {
      store.trees[tree] = Array(whole.prefix(length))
      #expect(try await store.changes(tree, []).failures.count == 1, "\(length) of \(whole.count)")
    }
    for index in whole.indices {
      var garbled = whole
      garbled[index] ^= 0xFF
      store.trees[tree] = garbled
      _ = try await store.changes(tree, [other])
      _ = try await store.changes(other, [tree])
    }
  }

  /// Breaks when trees that hold one another very often, or very deeply, use up the memory or the stack.
  @Test(.timeLimit(.minutes(2))) func hostileTreesComeToAnEnd() async throws {
    var store = Store()
    var tree = store.tree(["a": 1])
    for _ in 0..<5000 {
      let id = Store.id(2_000_000 + store.trees.count)
      store.trees[id] = Array("40000 d\0".utf8) + tree.bytes
      tree = id
    }
    let deep = try await store.changes(tree, [])
    #expect(deep.failures.count == 1 && deep.blobs.isEmpty)
  }
}
