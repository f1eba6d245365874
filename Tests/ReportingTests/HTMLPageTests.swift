import Testing

@testable import Reporting

@Suite struct HTMLPageTests {
  @Test(arguments: Sample.all)
  func isWellFormedXMLToo(sample: Sample) throws {
    let script = "import sys, xml.etree.ElementTree as tree; print(tree.fromstring(sys.stdin.buffer.read()).tag)"
    #expect(try Python.output(script, input: sample.report(.html)) == "html\n")
  }

  @Test func needsNothingElse() {
    let page = HTMLPage(title: "Title", sections: []).text
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
    for trace in ["<script", "http://", "https://", "url(", "src=", "@import", "<link"] {
      #expect(!page.contains(trace))
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func knowsLightAndDark() {
    #expect(HTMLPage(title: "", sections: []).text.contains("prefers-color-scheme: dark"))
  }

  @Test func frames() {
    let section = HTMLPage.section("Name", #"class="x""#, "<p>text</p>")
    #expect(section == "<section class=\"x\">\n<h2>Name</h2>\n<p>text</p>\n</section>")
    #expect(HTMLPage(title: "Title", sections: [section]).text.contains("<h1>Title</h1>\n\(section)\n</body>"))
  }
}
