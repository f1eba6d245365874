import Testing
import Vocabulary

@testable import Git

@Suite struct CommitFilesListingTests {
  private static let (one, two, none) = (digits("1"), digits("2"), digits("0"))

  private static func digits(_ digit: String) -> String { String(repeating: digit, count: 40) }

  private func listing(_ text: String) throws -> CommitFilesListing {
    var listing = CommitFilesListing()
    try listing.read(Array(text.utf8))
    return listing
  }

  /// Breaks when the result of a merge is read from a parent's column, or a path that looks like a name of a commit or a header
  /// is taken for one.
  @Test func changesAreReadAsGitPrintsThem() throws {
    let (one, two, none) = (Self.one, Self.two, Self.none)
    let listing = try listing(
      "\(one)\0:000000 100644 \(none) \(one) A\0\(two)\0:100644 000000 \(one) \(none) D\0gone\0"
        + "\(two)\0\(none)\0::100644 000000 100755 \(one) \(none) \(two) MA\0:odd\0"
        + ":100644 160000 \(one) \(two) T\0module\0:100644 120000 \(one) \(two) T\0link\0")
    #expect(listing.commits.map(\.description) == [one, two, none])
    #expect(listing.files.map { $0.map(\.path.description) } == [[two], [], [":odd", "link"]])
    #expect(listing.files[2].first?.blob.description == two)
  }

  /// Breaks when output that was cut off or is not git's is read as if it were whole.
  @Test(arguments: [
    "x\0", "\(one)", "\(one)\0:000000 100644 \(none) \(one) A\0", "\(one)\0:100644 \(one) A\0a\0",
    ":000000 100644 \(none) \(one) A\0a\0", "\(one)\0:000000 1006x4 \(none) \(one) A\0a\0",
    "\(one)\0::::::::\0a\0", "\(one)\0:\0a\0",
  ])
  func nothingElseIsRead(_ text: String) {
    #expect(throws: GitError.self) { _ = try listing(text) }
  }
}
