import Testing
import Vocabulary

@testable import Git

/// Trees as `scan tree` lists them.
@Suite struct RepositoryTreesTests {
  private func contents(_ output: String) throws -> TreeContents {
    var contents = TreeContents()
    for record in Array(output.utf8).split(separator: 0) {
      let entry = try TreeListing.entry(record)
      contents.add(entry.name, entry)
    }
    return contents
  }

  /// Breaks when an entry of some kind is dropped, or a submodule is taken for a blob.
  @Test func entriesAreTakenByTheirModes() throws {
    let name = GitSandbox.name(1)
    let modes = ["100644", "100755", "120000", "160000", "100664", "123456"]
    let contents = try contents(modes.map { "\($0) blob \(name)\t\($0) a/b\0" }.joined())
    #expect(contents.submodules == 1)
    #expect(contents.blobs.map(\.path.description) == modes.filter { $0 != "160000" }.map { "\($0) a/b" })
    #expect(contents.blobs.allSatisfy { $0.blob == name })
  }

  /// Breaks when a record that git does not write ends the program, or is passed by.
  @Test(arguments: ["100644 blob", "\tname", "100644 blob zz\tname", "1x blob 00\tname"])
  func otherRecordsAreRefused(_ record: String) {
    #expect(throws: GitError.self) { try TreeListing.entry(Array(record.utf8)[...]) }
  }

  /// Breaks when a small tree that stands for more paths than memory can hold is listed to its end.
  @Test func aTreeOfTreesOfTreesIsNotListedForEver() async {
    await #expect(processExitsWith: .success) {
      let sandbox = try GitSandbox()
      var entry = "100644 blob \(try sandbox.blob("x"))"
      var trees: [ObjectID] = []
      for _ in 0..<5 {
        let listing = (0..<10).map { "\(entry)\tf\($0)\n" }.joined()
        let tree = try sandbox.line(["mktree"], input: Array(listing.utf8))
        trees.append(try #require(ObjectID(hex: Array(tree.utf8))))
        entry = "040000 tree \(tree)"
      }
      sandbox.enter()
      let repository = try LibraryRepository()
      let whole = repository.contents(ofTree: trees[2], limit: 10_000)
      #expect(whole.blobs.count == 1000)
      #expect(whole.failures.isEmpty && !whole.isCutOff)
      let part = repository.contents(ofTree: trees[4], limit: 500)
      #expect(part.blobs.count < 600)
      #expect(part.isCutOff)
    }
  }
}

/// What `git ls-files` prints.
@Suite struct FileListingTests {
  /// Breaks when a name is cut at anything but its zero, or the order is git's of the moment.
  @Test func namesEndInZeros() {
    let listing = FileListing(Array("b\0a\nb\0a b/\0\0".utf8))
    #expect(listing.paths.map(\.description) == ["a\nb", "a b/", "b"])
  }
}
