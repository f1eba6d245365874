import Testing

@testable import Evidence

@Suite struct WordTests {
  private func word(_ text: String) -> Word { Word(Array(text.utf8)[...]) }

  @Test(
    "words are compared in lower case",
    arguments: ["key", "PassWord", "authentication12", "averylongwordofmorethansixteen"])
  func lowerCase(text: String) {
    #expect(word(text) == word(text.lowercased()))
    #expect(word(text).count == text.utf8.count)
    #expect(word(text).text == String(text.lowercased().prefix(16)))
  }

  @Test(
    "beginnings and endings",
    arguments: [
      ("password", "passw", true, false), ("userpassword", "password", false, true), ("pass", "password", false, false),
      ("key", "key", true, true), ("averylongnamewhoseendis0secret", "secret", false, true),
      ("averylongnamewhoseendissecrets", "secret", false, false), ("0123456789abcdef", "0123456789abcdef", true, true),
      ("x0123456789abcdef", "0123456789abcdef", false, true), ("0123456789abcdefx", "0123456789abcdef", true, false),
    ])
  func parts(text: String, part: String, begins: Bool, ends: Bool) {
    #expect(word(text).hasPrefix(word(part)) == begins)
    #expect(word(text).hasSuffix(word(part)) == ends)
  }

  @Test("long words with the same beginning are told apart")
  func long() {
    #expect(word("averylongwordofmorethan") != word("averylongwordofmorethat"))
    #expect(word("averylongwordofmorethan") != word("averylongwordofmoreethan"))
  }

  @Test("a set holds what it was made of, and no beginnings of it")
  func set() {
    let words: [Word] = ["api", "key", "authentication12", "a", "zz", "secret", "token", "user"]
    let set: WordSet = ["api", "key", "authentication12", "a", "zz", "secret", "token", "user"]
    for word in words { #expect(set.contains(word)) }
    for other in ["ap", "apis", "", "authentication123", "z", "b"] { #expect(!set.contains(word(other))) }
  }

  @Test("numbers are told from words")
  func numbers() {
    #expect(word("256").isNumber)
    #expect(!word("sha").isNumber)
  }
}
