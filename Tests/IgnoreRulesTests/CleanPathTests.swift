import Testing

@testable import IgnoreRules

@Suite struct CleanPathTests {
  /// The cases that Go's documentation of `filepath.Clean` names by its rules.
  @Test(
    "the shortest path",
    arguments: [
      ("", "."), (".", "."), ("/", "/"), ("a", "a"), ("a/", "a"), ("a//b", "a/b"), ("a/./b", "a/b"), ("a/../b", "b"),
      ("../a", "../a"),
      ("a/../..", ".."), ("/..", "/"), ("/../a", "/a"), ("a/b/..", "a"), ("..", ".."), ("../../a/..", "../.."),
      ("//a", "/a"), ("./!a", "!a"),
    ])
  func cleaning(path: String, expected: String) { #expect(CleanPath.of(Array(path.utf8)[...]) == Array(expected.utf8)) }
}
