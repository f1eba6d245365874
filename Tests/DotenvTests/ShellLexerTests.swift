import Dotenv
import Testing

/// Words, as bash 5.2 was seen to read them.
@Suite struct ShellLexerTests {
  private static let environment = ["A": "a", "EMPTY": "", "HOME": "/home/h"]

  @Test(
    "quotes",
    arguments: [
      ("'a b'", "a b"), ("\"a b\"", "a b"), ("a'b'\"c\"d", "abcd"), ("'a\nb'", "a\nb"), ("\"a\nb\"", "a\nb"),
      ("'$A'", "$A"), ("\"$A\"", "a"), ("'a\\nb'", "a\\nb"), ("\"a\\nb\"", "a\\nb"), ("\"\\$A\"", "$A"),
      ("\"\\\"\"", "\""), ("\"\\\\\"", "\\"), ("\"\\`\"", "`"), ("\"\\a\"", "\\a"), ("\"a\\\nb\"", "ab"),
      ("a\\nb", "anb"),
      ("\\$A", "$A"), ("\\ b", " b"), ("\\'", "'"), ("'a'\\''b'", "a'b"), ("'#'", "#"), ("\"a#b\"", "a#b"), ("''", ""),
      ("\"\"", ""), ("\"it's\"", "it's"), ("'say \"x\"'", "say \"x\""), ("a\\\\b", "a\\b"),
    ])
  func quotes(text: String, expected: String) {
    #expect(value("K=\(text)", .bash, environment: ShellLexerTests.environment) == expected)
  }

  @Test(
    "variables",
    arguments: [
      ("$A", "a"), ("${A}", "a"), ("$NONE", ""), ("x${NONE}y", "xy"), ("$A$A", "aa"), ("$A.b", "a.b"), ("$", "$"),
      ("a$", "a$"), ("$.", "$."), ("$é", "$é"), ("${NONE:-d}", "d"), ("${NONE-d}", "d"), ("${EMPTY:-d}", "d"),
      ("${EMPTY-d}", ""), ("${A:+x}", "x"), ("${EMPTY:+x}", ""), ("${EMPTY+x}", "x"), ("${NONE+x}", ""),
      ("${A:?e}", "a"),
      ("${EMPTY?e}", ""), ("${NONE:-a b}", "a b"), ("${NONE:-'a b'}", "a b"), ("${NONE:-\"$A\"}", "a"),
      ("${NONE:-\\}}", "}"), ("${NONE:-${NONE:-$A}}", "a"), ("\"${NONE:-a b}\"", "a b"), ("\"${NONE:-$A}\"", "a"),
      ("${NONE:-{x}}", "{x}"), ("${NONE:-a\nb}", "a\nb"), ("${NONE:-}", ""), ("${NONE:-#;|&<>}", "#;|&<>"),
      ("\"$\"", "$"), ("\"a$'b'\"", "a$'b'"),
    ])
  func variables(text: String, expected: String) {
    #expect(value("K=\(text)", .bash, environment: ShellLexerTests.environment) == expected)
  }

  @Test(
    "a tilde at the beginning of a path",
    arguments: [
      ("~", "/home/h"), ("~/x", "/home/h/x"), ("a:~/x", "a:/home/h/x"), ("~:~", "/home/h:/home/h"), ("a~", "a~"),
      ("\"~\"", "~"), ("'~'/x", "~/x"), ("\\~", "~"),
    ])
  func tilde(text: String, expected: String) {
    #expect(value("K=\(text)", .bash, environment: ShellLexerTests.environment) == expected)
  }

  @Test("a variable that is required", arguments: ["${NONE:?e}", "${NONE?e}", "\"${EMPTY:?}\"", "a${NONE:?$A}"])
  func required(text: String) {
    let document = DotenvDocument(
      Array("K=\(text)\nL=1".utf8), file: ".env", dialect: .bash,
      environment: DotenvEnvironment(ShellLexerTests.environment))
    guard case .required = document.problems.first?.code else {
      Issue.record("\(document.problems)")
      return
    }
    #expect(document.entries.map(\.nameText) == ["L"])
  }

  @Test func nestingHasALimit() {
    let text = String(repeating: "${N:-", count: 200) + String(repeating: "}", count: 200)
    #expect(document("K=\(text)", .bash).problems.map(\.code).contains(.nestedTooDeep))
    #expect(document("K=\"\(text)\"", .bash).problems.map(\.code).contains(.nestedTooDeep))
  }

  @Test(
    "how a value is quoted",
    arguments: [
      ("a", DotenvQuote.none), ("'a'", .single), ("\"a\"", .double), ("a'b'", .mixed), ("'a'\"b\"", .mixed),
      ("$'a'", .single),
      ("", .none),
    ])
  func quote(text: String, expected: DotenvQuote) { #expect(document("K=\(text)", .bash).entries[0].quote == expected) }
}
