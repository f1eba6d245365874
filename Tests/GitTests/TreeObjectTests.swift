import Testing
import Vocabulary

@testable import Git

@Suite struct TreeObjectTests {
  @Test("entries are those that git ls-tree lists", arguments: 0..<4)
  func againstGit(seed: Int) throws {
    let sandbox = try GitSandbox()
    var random = RandomPaths(seed: UInt64(seed))
    let blob = try sandbox.blob("x")
    let modes = ["100644", "100755", "120000", "160000"]
    try sandbox.stage(random.compatible(60, depth: 2).enumerated().map { (modes[$0.offset % 4], blob, 0, $0.element) })
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["write-tree"]).utf8)))
    let entries = try TreeObject.entries(sandbox.git(["cat-file", "tree", tree.description]), id: tree)
    #expect(try entries == sandbox.tree(tree))
    #expect(entries.count > 5)
    #expect(entries.map(\.sortKey) == entries.map(\.sortKey).sorted { $0.lexicographicallyPrecedes($1) })
  }

  private static let name = [UInt8](repeating: 0, count: 20)
  private static let entry = Array("100644 a\0".utf8) + name

  @Test("a tree that is cut off is read to an entry's end or refused")
  func cutOff() throws {
    let bytes = Self.entry + Array("40000 b c\0".utf8) + Array(repeating: 32, count: 20)
    for length in 0...bytes.count {
      let prefix = Array(bytes.prefix(length))
      let isWhole = [0, Self.entry.count, bytes.count].contains(length)
      if isWhole {
        #expect(
          try TreeObject.entries(prefix, id: GitSandbox.name(1)).count
            == (length == 0 ? 0 : length == bytes.count ? 2 : 1))
      } else {
        let error = #expect(throws: GitError.self) { try TreeObject.entries(prefix, id: GitSandbox.name(1)) }
        #expect(error?.code == .corrupt)
      }
    }
  }

  @Test(
    "modes and names that git does not write",
    arguments: ["x00644 a\0", " a\0", "100644\0", "100644 \0", "12345678 a\0", "-1 a\0", "100684 a\0"])
  func malformed(text: String) {
    #expect(throws: GitError.self) { try TreeObject.entries(Array(text.utf8) + Self.name, id: GitSandbox.name(1)) }
  }

  @Test("the mode of a folder is written without its zero")
  func modes() throws {
    let bytes = Self.entry + Array("40000 d\0".utf8) + Self.name
    #expect(try TreeObject.entries(bytes, id: GitSandbox.name(1)).map(\.isDirectory) == [false, true])
  }
}
