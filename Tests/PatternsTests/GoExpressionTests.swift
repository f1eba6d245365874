import Patterns
import Testing

@Suite struct GoExpressionTests {
  private func matches(_ expression: String, _ text: [UInt8]) throws -> [UInt8]? {
    let pattern = try Pattern(GoExpression.translated(expression))
    let match = try unsafe pattern.firstMatch(
      in: text.span.bytes, window: 0..<text.count, scratch: PatternScratch())
    return match.map { Array(text[$0.range]) }
  }

  /// What Go's regexp finds, or «-» where it finds nothing; each breaks when one difference of the dialects is not met.
  @Test(arguments: [
    // The vertical tab is no \\s to Go, and \\v is that character alone.
    ("a\\sb", "a\u{B}b", "-"), ("a[\\s]b", "a\u{B}b", "-"), ("a\\Sb", "a\u{B}b", "a\u{B}b"), ("a\\sb", "a\tb", "a\tb"),
    ("a[^\\s]b", "a\u{B}b", "a\u{B}b"), ("a[\\S]b", "a\u{B}b", "a\u{B}b"), ("\\v", "\n", "-"),
    ("[\\s-x]+", " -x", " -x"),
    ("[\\s-]+", " -", " -"),
    // A count needs its first number.
    ("a{,2}", "aa", "-"), ("a{,2}", "a{,2}", "a{,2}"), ("a{2}", "aa", "aa"), ("a{1,}b", "aab", "aab"),
    ("{x}", "{x}", "{x}"),
    ("${[A-Z]+}", "-", "-"),
    // Names of groups, ends, quoted text, classes.
    ("(?P<n>a)b\\z", "ab", "ab"), ("(?P<n>a)b\\z", "ab\n", "-"), ("a$", "a\n", "-"), ("(?m)a$", "a\n", "a"),
    ("\\Qa.b\\E+", "a.bb", "a.bb"), ("\\Qa.b\\E", "axb", "-"), ("[[:word:]]+", "a_1", "a_1"), ("[[.]+", "[.", "[."),
    ("[]a]+", "]a", "]a"), ("[^]a]", "]b", "b"), ("(?s)a.b", "a\nb", "a\nb"), ("a.b", "a\nb", "-"),
    ("(?U)a+", "aa", "a"),
    // Code points count, not bytes.
    ("^.{3}$", "äöü", "äöü"), ("^[^x]{3}$", "äöü", "äöü"), ("^.{3}$", "abc", "abc"), ("\\pL+", "äb1", "äb"),
    ("^\\W$", "ä", "ä"),
    ("[äö]+", "öä", "öä"), ("[à-ÿ]{2}", "éü", "éü"), ("\\x{e9}", "é", "é"), ("\\xe9", "é", "é"),
    ("\\x{1F600}", "😀", "😀"),
    ("[一-龥]+", "漢字", "漢字"), ("[一-龥]+", "abc", "-"), ("(?i)É", "é", "é"),
  ])
  func dialect(expression: String, text: String, expected: String) throws {
    let found = try matches(expression, Array(text.utf8))
    #expect(found.map { String(decoding: $0, as: UTF8.self) } ?? "-" == expected)
  }

  /// Breaks when bytes that are no UTF-8 stop a match, or are an error.
  @Test func bytesThatAreNoUTF8() throws {
    #expect(try matches("k=.{3}", Array("k=".utf8) + [0xFF, 0xFE, 0x41]) == Array("k=".utf8) + [0xFF, 0xFE, 0x41])
    #expect(try matches("[一-龥]", [0xFF, 0x41]) == nil)
  }
}
