import Testing
import Vocabulary

@testable import Git

@Suite struct IndexFileTests {
  /// An entry as `git ls-files --stage` shows it.
  private struct Listed: Equatable {
    let mode: UInt32
    let object: ObjectID
    let stage: Int
    let path: [UInt8]
  }

  private func listed(_ sandbox: GitSandbox) throws -> [Listed] {
    try sandbox.git(["ls-files", "--stage", "-z"]).split(separator: 0).map { line in
      let tab = try #require(line.firstIndex(of: 9))
      let words = line[..<tab].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
      return Listed(
        mode: try #require(UInt32(words[0], radix: 8)), object: try #require(ObjectID(hex: Array(words[1].utf8))),
        stage: try #require(Int(words[2])), path: Array(line[(tab + 1)...]))
    }
  }

  private func read(_ sandbox: GitSandbox) throws -> [Listed] {
    try sandbox.index().entries.map {
      Listed(mode: $0.mode, object: ObjectID(bytes: Array($0.object)), stage: Int($0.stage), path: Array($0.path))
    }
  }

  private func version(_ sandbox: GitSandbox) throws -> UInt8 { try sandbox.indexBytes()[7] }

  @Test("thousands of random paths, in every version", arguments: [2, 3, 4], [1, 2])
  func randomPaths(version: Int, seed: Int) throws {
    let sandbox = try GitSandbox()
    var random = RandomPaths(seed: UInt64(seed))
    let modes = ["100644", "100755", "120000", "160000"]
    let paths = random.compatible(4000, depth: 6)
    #expect(paths.count > 1000)
    try sandbox.stage(paths.enumerated().map { (modes[$0.offset % 4], GitSandbox.name($0.offset), 0, $0.element) })
    try sandbox.git(["update-index", "--index-version=\(version)", "--force-write-index"])
    if version == 3 {
      // git writes version 3 where an entry needs it.
      try sandbox.write("x", to: "announced")
      try sandbox.git(["add", "-N", "announced"])
    }
    #expect(try self.version(sandbox) == version)
    #expect(try read(sandbox) == listed(sandbox))
  }

  @Test(
    "paths around and above 4,095 bytes, whose length does not fit the entry's field", arguments: [2, 4],
    [
      254, 4087, 4094, 4095, 4096, 4097, 4103, 5000, 20_000,
    ])
  func longPaths(version: Int, length: Int) throws {
    let sandbox = try GitSandbox()
    let long = (0..<length).map { $0 % 100 == 99 && $0 < length - 1 ? UInt8(ascii: "/") : UInt8(ascii: "n") }
    let entries = [Array("a".utf8), long, Array("z".utf8)].enumerated()
    try sandbox.stage(entries.map { ("100644", GitSandbox.name($0.offset), 0, $0.element) })
    try sandbox.git(["update-index", "--index-version=\(version)", "--force-write-index"])
    #expect(try read(sandbox).map(\.path.count) == [1, length, 1])
    #expect(try read(sandbox) == listed(sandbox))
  }

  @Test("the sides of a conflict", arguments: [2, 4])
  func stages(version: Int) throws {
    let sandbox = try GitSandbox()
    try sandbox.stage([
      ("100644", GitSandbox.name(1), 1, Array("a".utf8)), ("100644", GitSandbox.name(2), 2, Array("a".utf8)),
      ("100755", GitSandbox.name(3), 3, Array("a".utf8)), ("100644", GitSandbox.name(4), 0, Array("b".utf8)),
    ])
    try sandbox.git(["update-index", "--index-version=\(version)", "--force-write-index"])
    #expect(try read(sandbox).map(\.stage) == [1, 2, 3, 0])
    #expect(try read(sandbox) == listed(sandbox))
  }

  @Test("what git add -N announced is marked, and nothing else", arguments: [3, 4])
  func intentToAdd(version: Int) throws {
    let sandbox = try GitSandbox()
    for name in ["a", "b", "c"] { try sandbox.write(name, to: name) }
    try sandbox.git(["add", "a", "c"])
    try sandbox.git(["add", "-N", "b"])
    try sandbox.git(["update-index", "--skip-worktree", "c"])
    if version == 4 { try sandbox.git(["update-index", "--index-version=4", "--force-write-index"]) }
    #expect(try self.version(sandbox) == version)
    #expect(try sandbox.index().entries.map(\.isIntentToAdd) == [false, true, false])
    #expect(try read(sandbox) == listed(sandbox))
  }

  @Test("an index with names of 32 bytes", arguments: [2, 4])
  func longNames(version: Int) throws {
    let sandbox = try GitSandbox(["--object-format=sha256"])
    var random = RandomPaths(seed: 5)
    let blob = try sandbox.blob("x")
    try sandbox.stage(random.compatible(300, depth: 3).map { ("100644", blob, 0, $0) })
    let root = try sandbox.line(["write-tree"])
    try sandbox.git(["update-index", "--index-version=\(version)", "--force-write-index"])
    let index = try IndexFile(sandbox.indexBytes(), path: "index", objectSize: 32)
    let expected = try listed(sandbox)
    #expect(index.entries.map { ObjectID(bytes: Array($0.object)) } == expected.map(\.object))
    #expect(index.entries.map { Array($0.path) } == expected.map(\.path))
    #expect(index.cachedTree?.tree?.description == root)
  }

  @Test func emptyIndex() throws {
    let sandbox = try GitSandbox()
    try sandbox.git(["update-index", "--force-write-index"])
    #expect(try sandbox.index().entries.isEmpty)
  }

  @Test("extensions that need not be understood are passed by")
  func optionalExtensions() throws {
    let sandbox = try GitSandbox()
    try sandbox.write("a", to: "folder/a")
    try sandbox.git(["config", "core.untrackedCache", "true"])
    try sandbox.git(["-c", "index.threads=4", "add", "."])
    try sandbox.git(["update-index", "--untracked-cache"])
    try sandbox.git(["commit", "--quiet", "-m", "m"])
    try sandbox.git(["status"])
    #expect(try sandbox.indexBytes().contains(subsequence: "UNTR"))
    #expect(try read(sandbox) == listed(sandbox))
  }

  @Test("an index in parts is refused, for git alone reads it")
  func splitIndex() throws {
    let sandbox = try GitSandbox()
    try sandbox.write("a", to: "a")
    try sandbox.git(["add", "a"])
    try sandbox.git(["update-index", "--split-index"])
    // An entry that takes the place of one in the other part has no path of its own.
    let error = #expect(throws: GitError.self) { try sandbox.index() }
    #expect(error?.code == .refused)
  }

  @Test("an index in parts with no entries of its own is refused")
  func emptySplitIndex() throws {
    let sandbox = try GitSandbox()
    try sandbox.stage([("100644", GitSandbox.name(1), 0, Array("a".utf8))])
    try sandbox.git(["update-index", "--split-index"])
    let error = #expect(throws: GitError.self) { try sandbox.index() }
    #expect(error?.code == .refused)
    #expect(error?.cause == "it has the extension «link»")
  }

  @Test("versions that are not known are refused", arguments: [0, 1, 5, 255])
  func versions(version: Int) throws {
    let sandbox = try GitSandbox()
    try sandbox.git(["update-index", "--force-write-index"])
    var bytes = try sandbox.indexBytes()
    bytes[7] = UInt8(version)
    let error = #expect(throws: GitError.self) { try IndexFile(bytes, path: "index") }
    #expect(error?.code == .refused)
    #expect(error?.cause == "its version is \(version)")
  }

  @Test("a folder outside of a sparse checkout stands as one entry, a tree")
  func sparseFolder() throws {
    let sandbox = try GitSandbox()
    for path in ["in/a", "out/b", "out/deep/c"] { try sandbox.write(path, to: path) }
    try sandbox.git(["add", "."])
    try sandbox.git(["commit", "--quiet", "-m", "m"])
    try sandbox.git(["sparse-checkout", "set", "--cone", "--sparse-index", "in"])
    let entries = try sandbox.index().entries
    #expect(entries.map { String(decoding: $0.path, as: UTF8.self) } == ["in/a", "out/"])
    #expect(entries.map(\.mode) == [0o100644, 0o040000])
  }
}

extension [UInt8] {
  func contains(subsequence text: String) -> Bool {
    let word = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: word) }
  }
}
