import Testing
import Vocabulary

@testable import Git

@Suite struct CachedTreeTests {
  @Test("every cached tree is the one that git names", arguments: 0..<4)
  func againstGit(seed: Int) throws {
    let sandbox = try GitSandbox()
    var random = RandomPaths(seed: UInt64(seed))
    let blob = try sandbox.blob("x")
    try sandbox.stage(random.compatible(300, depth: 4).map { ("100644", blob, 0, $0) })
    let root = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree"]).utf8)))
    let index = try sandbox.index()
    let cached = try #require(index.cachedTree)
    #expect(cached.tree == root)
    #expect(cached.entryCount == index.entries.count)
    var folders = 0
    try check(cached, against: sandbox, &folders)
    #expect(folders > 50)
  }

  private func check(_ cached: CachedTree, against sandbox: GitSandbox, _ folders: inout Int) throws {
    folders += 1
    let entries = try sandbox.tree(try #require(cached.tree)).filter(\.isDirectory)
    #expect(Set(cached.children.map(\.name)) == Set(entries.map(\.name)))
    for entry in entries {
      let child = try #require(cached.child(entry.name[...]))
      #expect(child.tree == entry.object)
      let count = try sandbox.git(["ls-tree", "-rz", "--name-only", entry.object.description]).count { $0 == 0 }
      #expect(child.entryCount == count)
      // One process for each folder would be many: the first levels stand for all.
      if folders < 60 { try check(child, against: sandbox, &folders) }
    }
  }

  @Test("a change makes what lies above it unknown, and nothing else")
  func invalidation() throws {
    let sandbox = try GitSandbox()
    for path in ["a/b/c", "a/d/e", "f/g", "h"] { try sandbox.write(path, to: path) }
    try sandbox.git(["add", "."])
    try sandbox.git(["write-tree"])
    try sandbox.write("changed", to: "a/b/c")
    try sandbox.git(["add", "a/b/c"])
    let cached = try #require(try sandbox.index().cachedTree)
    func at(_ names: String...) throws -> CachedTree {
      try names.reduce(cached) { try #require($0.child(Array($1.utf8)[...])) }
    }
    #expect(cached.tree == nil && cached.entryCount == nil)
    #expect(try at("a").tree == nil)
    #expect(try at("a", "b").tree == nil)
    #expect(try at("a", "d").tree != nil)
    #expect(try at("a", "d").entryCount == 1)
    #expect(try at("f").tree != nil)
    #expect(cached.child(Array("none".utf8)[...]) == nil)
  }

  @Test(
    "what is cut off is corrupt",
    arguments: [
      "", "a", "\0", "\05", "\05 0", "\05 0\n", "\05 0\n0123456789012345678", "\0-1 1\n", "\0-1 1\na\0-1 0", "\0x 0\n",
      "\0-1 x\n",
      "\0-1 -1\n", "\0 0\n",
    ])
  func cutOff(text: String) {
    let error = #expect(throws: GitError.self) { try DamagedIndex.withCachedTrees(text) }
    #expect(error?.code == .corrupt)
    #expect(error?.subject == "index")
  }
}
