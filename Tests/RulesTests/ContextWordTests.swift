import Testing

@testable import Rules

@Suite struct ContextWordTests {
  @Test(
    "the spellings of a word",
    arguments: [
      ("okta", ["okta"]), ("abuse_ipdb", ["abuseipdb", "abuse_ipdb", "abuse-ipdb"]),
      ("a1_b2_c3", ["a1b2c3", "a1_b2_c3", "a1-b2-c3"]), ("box.com", ["box.com"]),
    ])
  func spellings(text: String, expected: [String]) throws {
    #expect(try #require(ContextWord(text)).spellings == expected)
  }

  @Test(
    "the literals of a word: its longest part that is no ordinary word, or all spellings",
    arguments: [
      ("okta", ["okta"]), ("abuse_ipdb", ["abuse"]), ("acme_io", ["acmeio", "acme_io", "acme-io"]),
      ("google_api", ["googleapi", "google_api", "google-api"]), ("azure_cielo", ["cielo"]),
      ("ab_whatnots_abcde", ["whatnots"]),
    ])
  func keywords(text: String, expected: [String]) throws {
    let word = try #require(ContextWord(text))
    #expect(word.keywords == expected)
    #expect(word.spellings.allSatisfy { spelling in word.keywords.contains { spelling.contains($0) } })
  }

  @Test(
    "the expression of a word",
    arguments: [
      ("okta", "okta"), ("abuse_ipdb", "abuse[_-]?ipdb"), ("a_b_c", "a(?:bc|_b_c|-b-c)"),
      ("box.com", #"box\.com"#),
    ])
  func expression(text: String, expected: String) throws {
    #expect(try #require(ContextWord(text)).expression == expected)
  }

  @Test(
    "whether a word holds a name",
    arguments: [("acme_key", true), ("acme_key_id", true), ("acme", false), ("acme_keys", false), ("key_acme", false)])
  func holding(text: String, expected: Bool) throws {
    let names = ["key", "token"].compactMap(ContextWord.init)
    #expect(try #require(ContextWord(text)).holds(oneOf: names) == expected)
  }

  @Test("what is no word", arguments: ["", "_", "a_", "_a", "a__b", "A", "a-b", "a b", "a(", "ä", "a+"])
  func noWord(text: String) {
    #expect(ContextWord(text) == nil)
  }
}
