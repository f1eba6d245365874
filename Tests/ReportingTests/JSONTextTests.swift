import Testing

@testable import Reporting

@Suite struct JSONTextTests {
  @Test(arguments: [
    "plain", "\u{9B}2J", "\u{7F}", "\u{202E}abc", "\u{E0041}", "日本 é 🙂", "quote \" \\ slash /", "\u{2028}", "\n\t\r\0",
  ])
  func isReadBackAsItWas(text: String) throws {
    #expect(try JSONValue(JSONText.line(["key": text]))["key"].string == text)
    #expect(try JSONValue(JSONText.pretty(["key": text]))["key"].string == text)
  }

  @Test(arguments: [
    ("\u{9B}", "\\u009b"), ("\u{7F}", "\\u007f"), ("\u{202E}", "\\u202e"), ("\u{E0041}", "\\udb40\\udc41"),
    ("\u{1B}", "\\u001b"), ("é日🙂", "é日🙂"), ("a/b", "a/b"),
  ])
  func escapesWhatATerminalWouldObey(text: String, json: String) {
    #expect(JSONText.line([text]) == "[\"\(json)\"]\n")
  }

  @Test func isOneLineOrPretty() {
    #expect(JSONText.line(["b": 1, "a": 2]) == "{\"a\":2,\"b\":1}\n")
    #expect(JSONText.pretty(["b": 1, "a": 2]) == "{\n  \"a\" : 2,\n  \"b\" : 1\n}\n")
  }
}
