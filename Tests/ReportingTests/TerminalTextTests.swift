import Testing

@testable import Reporting

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain, with ünïcödé and 日本", "plain, with ünïcödé and 日本"),
    ("\u{1B}[31mred", "\\u{1b}[31mred"),
    ("a\u{202E}b", "a\\u{202e}b"),
    ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"),
    ("zero\u{200B}width\u{FEFF}", "zero\\u{200b}width\\u{feff}"),
    ("tag\u{E0041}", "tag\\u{e0041}"),
    ("\u{9B}2J", "\\u{9b}2J"),
    ("line\nend\r", "line\\u{a}end\\u{d}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("\0\u{7F}", "\\u{0}\\u{7f}"),
    ("\u{E000}\u{FFFE}", "\\u{e000}\\u{fffe}"),
    ("a\tb", "a    b"),
    ("e\u{301}", "e\u{301}"),
    ("\r\n", "\\u{d}\\u{a}"),
  ])
  func escapes(text: String, shown: String) {
    #expect(TerminalText.escaped(text) == shown)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("ünï", 3), ("日本", 4), ("e\u{301}", 1), ("한", 2), ("🙂", 2), ("Ａ", 2),
  ])
  func measures(text: String, width: Int) {
    #expect(TerminalText.width(text) == width)
  }
}
