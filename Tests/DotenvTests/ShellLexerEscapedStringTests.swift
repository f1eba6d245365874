import Dotenv
import Testing

/// Strings of the form `$'…'`, as bash 5.2 was seen to read them.
@Suite struct ShellLexerEscapedStringTests {
  @Test(
    arguments: [
      ("a", "a"), ("a b", "a b"), ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\a", "\u{07}"), ("\\b", "\u{08}"),
      ("\\e", "\u{1B}"), ("\\E", "\u{1B}"), ("\\f", "\u{0C}"), ("\\v", "\u{0B}"), ("\\\\", "\\"), ("\\'", "'"),
      ("\\\"", "\""), ("\\?", "?"), ("\\q", "\\q"), ("\\101", "A"), ("\\0101", "\u{08}1"), ("\\7", "\u{07}"),
      ("\\x41", "A"),
      ("\\x4", "\u{04}"), ("\\x411", "A1"), ("\\xg", "\\xg"), ("\\u00e9", "é"), ("\\u41", "A"), ("\\U0001F511", "🔑"),
      ("\\ug", "\\ug"), ("$A", "$A"), ("\"", "\""), ("a\nb", "a\nb"),
    ])
  func escapes(text: String, expected: String) { #expect(value("K=$'\(text)'", .bash) == expected) }

  @Test("what is refused", arguments: ["\\cA", "\\x{41}", "\\ud800", "\\U00110000", "\\u0000"])
  func refused(text: String) { #expect(document("K=$'\(text)'", .bash).problems.count == 1) }

  @Test("a NUL byte", arguments: ["\\0", "\\x00", "a\\000b", "\\400"])
  func nul(text: String) { #expect(document("K=$'\(text)'", .bash).problems.map(\.code) == [.nulByte]) }

  @Test("an open one", arguments: ["K=$'a", "K=$'a\\'", "K=$'\\"])
  func open(text: String) { #expect(document(text, .bash).problems.map(\.code) == [.unterminatedQuote]) }

  @Test func bytesOfWhichTheTextIsNoUTF8() throws {
    #expect(try document("K=$'\\xff'", .bash).variables().map(\.value) == [[0xFF]])
  }
}
