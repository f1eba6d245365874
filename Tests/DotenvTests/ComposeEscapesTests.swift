import Testing

@testable import Dotenv

@Suite struct ComposeEscapesTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\a", "\u{07}"), ("\\b", "\u{08}"),
      ("\\f", "\u{0C}"), ("\\v", "\u{0B}"), ("\\\\", "\\"), ("\\\"", "\""), ("\\$", "$$"), ("\\c", "\\c"),
      ("\\q", "\\q"), ("\\x41", "\\x41"), ("\\u00e9", "\\u00e9"), ("a\\", "a\\"), ("\\\\n", "\\n"),
    ])
  func escapes(text: String, expected: String) {
    #expect(String(decoding: ComposeEscapes.expanded(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "an octal number has three digits after the zero, and loses the zero where it has not",
    arguments: [
      ("\\0101", "A"), ("\\0101x", "Ax"), ("\\01012", "A2"), ("\\0351", "é"), ("\\0377", "ÿ"), ("\\0400", "\\400"),
      ("\\0777", "\\777"), ("\\012", "\\12"), ("\\0", "\\"), ("\\089", "\\89"), ("\\0891", "\\891"), ("\\0\\n", "\\\n"),
      ("\\0000", "\0"),
    ])
  func octal(text: String, expected: String) {
    #expect(String(decoding: ComposeEscapes.expanded(Array(text.utf8)), as: UTF8.self) == expected)
  }
}
