import Testing

@testable import Scanning

@Suite struct CommonWordTests {
  @Test(
    "words of code, and names that are none",
    arguments: [("line", true), ("abstract", true), ("okta", false), ("", false)])
  func words(word: String, expected: Bool) {
    #expect(CommonWord.contains(word) == expected)
  }
}
