import Testing

@testable import Reporting

@Suite struct WorkflowCommandTests {
  private func line(_ value: String, _ message: String) -> String {
    WorkflowCommand(level: .error, properties: [("file", value), ("line", "1")], message: message).line
  }

  @Test(arguments: [
    ("a", "a"), ("a,b", "a%2Cb"), ("a:b", "a%3Ab"), ("100%", "100%25"), ("%2C", "%252C"), ("a\nb\r", "a%0Ab%0D"),
    ("a\r\nb", "a%0D%0Ab"), (",\u{301}", "%2C\u{301}"), ("\u{1B}[1m", "\\u{1b}[1m"), ("\u{202E}", "\\u{202e}"),
  ])
  func escapesProperties(value: String, escaped: String) {
    #expect(line(value, "m") == "::error file=\(escaped),line=1::m")
  }

  @Test(arguments: [
    ("a: b, c", "a: b, c"), ("50%\n::error::x", "50%25%0A::error::x"), ("\r\n", "%0D%0A"), ("\u{9B}", "\\u{9b}"),
  ])
  func escapesMessages(message: String, escaped: String) {
    #expect(line("f", message) == "::error file=f,line=1::\(escaped)")
  }
}
