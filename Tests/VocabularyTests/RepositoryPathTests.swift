import Testing

@testable import Vocabulary

@Suite struct RepositoryPathTests {
  @Test(arguments: [
    ("src/main.c", "src/main.c"), ("a b", "a%20b"), ("ü", "%C3%BC"), ("日", "%E6%97%A5"), ("100%", "100%25"),
    ("a:b", "a%3Ab"), ("q?#[]", "q%3F%23%5B%5D"), ("-._~", "-._~"), ("\n\"\\", "%0A%22%5C"), ("", ""),
  ])
  func isAURIReference(path: String, uri: String) {
    #expect(RepositoryPath(path).uri == uri)
  }

  @Test func encodesBytesThatAreNotUTF8() {
    let path = RepositoryPath(bytes: [0x61, 0xFF, 0x2F, 0x80])
    #expect(path.uri == "a%FF/%80")
    #expect(path.description == "a\u{FFFD}/\u{FFFD}")
  }

  @Test func sortsByBytesAsGitDoes() {
    let sorted = ["B", "a-b", "a/b", "a0", "é", "z"].map { RepositoryPath($0) }.sorted()
    #expect(sorted.map(\.description) == ["B", "a-b", "a/b", "a0", "z", "é"])
  }

  @Test func pathsThatLookAlikeDiffer() {
    #expect(RepositoryPath("é") != RepositoryPath("e\u{301}"))
    #expect(RepositoryPath(bytes: [0xFF]) != RepositoryPath(bytes: [0xFE]))
  }
}
