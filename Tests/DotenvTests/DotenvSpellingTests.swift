import Testing

@testable import Dotenv

@Suite struct DotenvSpellingTests {
  private func candidates(_ value: String) -> [String] {
    DotenvSpelling.candidates(for: Array(value.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func plainestComesFirst() {
    #expect(candidates("a").prefix(3) == ["a", "'a'", "\"a\""])
    #expect(candidates("").first?.isEmpty == true)
  }

  @Test func noneComesTwice() {
    for value in ["", "a", "a b", "$", "'", "\"", "\\", "a\nb", "'\"`$\\\n"] {
      #expect(Set(candidates(value)).count == candidates(value).count)
    }
  }

  @Test(
    "ways that are among them",
    arguments: [
      ("a$b", "a$$b"), ("a\"b", "\"a\\\"b\""), ("a\\b", "\"a\\\\b\""), ("a$b", "\"a\\$b\""), ("a\nb", "\"a\\nb\""),
      ("a'b", "'a\\'b'"), ("a'b", "'a'\\''b'"), ("a b", "`a b`"), ("a`b", "\"a\\`b\""), ("a\n\"b", "\"a\\n\\\"b\""),
    ])
  func ways(value: String, expected: String) { #expect(candidates(value).contains(expected)) }

  @Test func numberIsBounded() { #expect(candidates(String(repeating: "'\"`$\\\n", count: 50)).count < 20) }
}
