import Testing

@testable import Reporting

@Suite struct MarkupTextTests {
  @Test(arguments: [
    ("plain é 日本 🙂", "plain é 日本 🙂"),
    ("<script>", "&lt;script&gt;"),
    ("a=\"b\" c='d'", "a=&quot;b&quot; c=&#39;d&#39;"),
    ("&amp;", "&amp;amp;"),
    ("]]>", "]]&gt;"),
    ("<\u{301}", "&lt;\u{301}"),
    ("\0\u{1B}\u{FFFE}\u{202E}", "\\u{0}\\u{1b}\\u{fffe}\\u{202e}"),
  ])
  func escapes(text: String, markup: String) {
    #expect(MarkupText.escaped(text) == markup)
  }

  /// Of the first plane, every character: those of XML's Char production (XML 1.0, section 2.2), and the others.
  @Test func holdsOnlyWhatXMLCan() throws {
    let all = (0...0xFFFF).compactMap { Unicode.Scalar($0 as UInt32) }
    let text = String(String.UnicodeScalarView(all))
    let script = "import sys, xml.dom.minidom as d; d.parseString(sys.stdin.buffer.read()); print('read')"
    #expect(try Python.output(script, input: "<a b=\"\(MarkupText.escaped(text))\"/>") == "read\n")
  }
}
