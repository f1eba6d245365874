import Testing

@testable import SettingDiscovery

struct StringDecodingTests {
  private static func value(_ text: String, _ syntax: LexicalSyntax) -> String? {
    Lexer.read(Array(text.utf8), syntax).value(0)
  }

  @Test(arguments: [
    ("\"a\\nb\"", "a\nb"), ("\"\\x41\\u0042\"", "AB"), ("\"\\u{43}\"", "C"), ("\"\\\"\"", "\""), ("'A_B'", "A_B"),
    ("\"\\t\\r\\0\"", "\t\r\0"),
    ("\"\\q\"", "q"), ("\"\\uD800\"", "\u{FFFD}"), ("\"\"", ""),
  ]) func `Escapes with a backslash`(text: String, expected: String) {
    #expect(StringDecodingTests.value(text, .typeScript) == expected)
  }

  @Test func `Only what may be escaped is`() {
    #expect(StringDecodingTests.value("'a\\nb\\'c\\\\'", .ruby) == "a\\nb'c\\")
    #expect(StringDecodingTests.value("@\"a\\b\"\"c\"", .csharp) == "a\\b\"c")
    #expect(StringDecodingTests.value("`a\\n`", .go) == "a\\n")
    #expect(StringDecodingTests.value("r\"a\\n\"", .python) == "a\\n")
  }

  @Test func `Of a string with code the beginning is known`() {
    #expect(StringDecodingTests.value("`APP_${x}_Y`", .typeScript) == "APP_")
  }
}
