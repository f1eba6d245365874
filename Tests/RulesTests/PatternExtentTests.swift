import Patterns
import Testing

@testable import Rules

@Suite struct PatternExtentTests {
  @Test(
    "plain atoms",
    arguments: [
      ("", 0), ("abc", 3), (".", 1), ("^a$", 1), ("é", 2), ("a|bcd|ef", 3), ("]", 1), ("}", 1), ("a|", 1), ("(?:)", 0),
      (#"\d\D\w\W\s\S"#, 6), (#"\bword\b"#, 4), (#"\Aab\z"#, 2), (#"\x41\x4"#, 2), (#"\x{41}b"#, 2), (#"\.\[\\"#, 3),
      (#"\n\t\r\e\a\f"#, 6), (#"\R"#, 2), (#"\h\H\v\V\N"#, 5), (#"a\Kb"#, 2), (#"\/\-\ "#, 3),
    ])
  func atoms(source: String, expected: Int) throws { try check(source, expected) }

  @Test(
    "repeats, lazy and possessive too",
    arguments: [
      ("a{3}", 3), ("a{2,5}", 5), ("a?", 1), ("a??", 1), ("a?+", 1), ("a{2,5}?b", 6), ("a{2,5}+b", 6), ("(?:ab){3}", 6),
      ("(?:a{2}b){3}c", 10), ("(?:a|bc){2,4}", 8), ("a{0}b", 1), ("(?:a{0,9}){9}", 81), ("[ab]{7}", 7),
      (#"\d{3}\.\d{4}"#, 8), ("((a{2}){3}){4}", 24),
    ])
  func repeats(source: String, expected: Int) throws {
    try check(source, expected)
  }

  @Test(
    "braces that are no quantifier are text",
    arguments: [
      ("{", 1), ("a{", 2), ("a{}", 3), ("a{x}", 4), ("a{1,x}", 6), ("{{1}", 1), ("a{,3}", 5), ("a{1,2,3}", 8),
      ("x{a{3}", 5), ("aaaaaa{-5}", 10), ("a{1,-2}", 7), ("a{ 9}", 5),
    ])
  func literalBraces(source: String, expected: Int) throws {
    try check(source, expected)
  }

  @Test(
    "classes",
    arguments: [
      ("[abc]", 1), ("[^abc]", 1), ("[]abc]x", 2), ("[^]abc]x", 2), (#"[\]]x"#, 2), ("[[:alpha:]]x", 2),
      ("[[:alpha:][:digit:]_]{4}", 4), ("[^[:^space:]]x", 2), ("[a[]x", 2), (#"[\\]x"#, 2), ("[(|)]x", 2),
      ("[{}]{2}", 2),
      (#"[\w.-]{0,50}"#, 50), (#"[\x{41}-\x{5A}]x"#, 2), ("[]-a]x", 2), ("[a-z]{2}|[]]{3}", 3), ("[#]x", 2),
    ])
  func classes(source: String, expected: Int) throws {
    try check(source, expected)
  }

  @Test(
    "groups",
    arguments: [
      ("(ab)c", 3), ("(?:ab)c", 3), ("(?<name>ab)c", 3), ("(?P<name>ab)c", 3), ("(?>ab)c", 3), ("(?i)abc", 3),
      ("(?i:ab)c", 3), ("(?s-i:ab)c", 3), ("(?#a comment)ab", 2), ("((a)|(bc(def)))g", 6), ("(?|(a)|(bcd))e", 4),
      ("((?:(?:a)))", 1), ("(a|b|)", 1), ("(?-s).", 1),
    ])
  func groups(source: String, expected: Int) throws { try check(source, expected) }

  @Test(
    "look-around is counted like text",
    arguments: [
      ("(?=abc)d", 4), ("(?!abc)d", 4), ("(?<=abc)d", 4), ("(?<!abc)d", 4), ("a(?=bc|defg)", 5), ("(?<=a|b)c", 2),
    ])
  func lookAround(source: String, expected: Int) throws { try check(source, expected) }

  @Test(
    "back references to groups that are closed",
    arguments: [
      (#"(ab)\1"#, 4), (#"(a)(bcd)\1"#, 5), (#"(a{5})\1{3}"#, 20), (#"(['"])x\1"#, 3), (#"(?<q>ab)\1"#, 4),
    ])
  func backReferences(source: String, expected: Int) throws { try check(source, expected) }

  @Test(
    "comments are nothing, before a quantifier too",
    arguments: [
      ("(?#x)a", 1), ("a(?#x){9}", 9), ("a(?#x)(?#y){2}", 2), ("(?:ab)(?#x)?", 2), ("a(?#x)b", 2),
    ])
  func comments(source: String, expected: Int) throws { try check(source, expected) }

  @Test(
    "no bound: nothing says how long a match can be",
    arguments: [
      "a*", "a+", "a{3,}", "(?:a+)?", "a+?", "a++", "[a]*", #"\w+"#, "(a|b+)c", "(?=a*)b", #"(a+)\1"#, "x(?:(?:a*))",
      "a(?#c)+", "a{+3}", "a{1,+2}",
    ])
  func unbounded(source: String) throws {
    _ = try Pattern(source)
    #expect(PatternExtent.longestMatch(of: source) == nil)
  }

  @Test(
    "what is not understood has no bound",
    arguments: [
      #"(a)(?1)"#, "(?R)?", #"\1(a)"#, #"(a\1)"#, #"(a)\2"#, #"(?|(a)|(b))\1"#, #"\Qa+\E"#, #"\p{L}"#, "(*UTF8)a",
      #"(a)\g1"#,
      #"(?<n>a)\k<n>"#, "(a)?(?(1)b|c)", #"\X"#, #"\o{101}"#, "(?P<n>a)(?P=n)", "(?'n'a)", #"(a)\10"#, #"\012"#, "(",
      "a)", "[a", #"a\"#, "*", "(?", "(?<n", "(?z)a", #"(?J)(?<n>a)|(?<n>b)"#, #"((a)(b)|x\1){3}"#, #"((a)\1){3}"#,
      "(?x)a b", "(?x:a b)", "(?ix)a {3}", #"[\c\]aaaa[b]"#, "[[:]aaaaaaaa[b]",
    ])
  func notUnderstood(source: String) {
    #expect(PatternExtent.longestMatch(of: source) == nil)
  }

  @Test("numbers too large for a sum have no bound")
  func overflow() {
    let nested = (0..<8).reduce("a") { source, _ in "(?:\(source)){9999}" }
    #expect(PatternExtent.longestMatch(of: nested) == nil)
  }

  private func check(_ source: String, _ expected: Int) throws {
    // The oracle is the table; that PCRE2 takes the expression keeps the table honest.
    _ = try Pattern(source)
    #expect(PatternExtent.longestMatch(of: source) == expected)
  }
}
