import Testing
import Vocabulary

@testable import Git

struct ReferencesFileTests {
  private static let name = String(repeating: "4d", count: 20)

  // Breaks when a file of references is read other than git reads it.
  @Test(arguments: [
    ("ref: refs/heads/main\n", ReferencesFile.symbolic("refs/heads/main")),
    ("ref:refs/heads/x", .symbolic("refs/heads/x")),
    ("\(name)\n", .objects([ObjectID(bytes: [UInt8](repeating: 0x4d, count: 20))])),
    ("\(name)\t\tbranch 'a' of b\n", .objects([ObjectID(bytes: [UInt8](repeating: 0x4d, count: 20))])),
    ("", .objects([])),
    ("\(name)0\n", .broken),
    ("4d4d\n", .broken),
    ("\(name)\nrubbish\n", .broken),
  ])
  func `a file stands for what git takes it for`(text: String, expected: ReferencesFile) {
    #expect(ReferencesFile(Array(text.utf8), idLength: 20) == expected)
  }

  // Breaks when a file is left out that keeps objects, or one is read that does not.
  @Test func `files are known by their names`() {
    for name in ["HEAD", "FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "AUTO_MERGE"] {
      #expect(ReferencesFile.isPseudoreference(name))
    }
    for name in ["config", "index", "packed-refs", "HEAD.lock", "COMMIT_EDITMSG", "gc.HEAD"] {
      #expect(!ReferencesFile.isPseudoreference(name))
    }
  }
}
