import Dotenv
import Testing

/// Every line was tried with util.parseEnv.
@Suite struct NodeReaderTests {
  @Test(
    "what is read",
    arguments: [
      Reading("K=1", "K=1"),
      Reading("K=1\nL=2", "K=1", "L=2"),
      Reading("K = 1 ", "K=1"),
      Reading("K=\t1\t", "K=1"),
      Reading("K=\nL=2", "K=", "L=2"),
      Reading("K=", "K="),
      Reading("K= \n L=2", "K=L=2"),
      Reading("K=a#b", "K=a"),
      Reading("K=a # b", "K=a"),
      Reading("K=  # note", "K="),
      Reading("K=\"a\\nb\"", "K=a\nb"),
      Reading("K=\"a\\tb\"", "K=a\\tb"),
      Reading("K='a\\nb'", "K=a\\nb"),
      Reading("K=`a 'b' \"c\"`", "K=a 'b' \"c\""),
      Reading("K=\"a\nb\"\nL=2", "K=a\nb", "L=2"),
      Reading("K='a' junk\nL=2", "K=a", "L=2"),
      Reading("K=\"a\nL=2", "K=\"a", "L=2"),
      Reading("K=it's", "K=it's"),
      Reading("export K=1", "K=1"),
      Reading("export   K=1", "K=1"),
      Reading("export\tK=1", "export\tK=1"),
      Reading("K=${A}$B", "K=${A}$B"),
      Reading("K=1\r\nL=2\r\n", "K=1", "L=2"),
      Reading("K=a\rb", "K=ab"),
      Reading("\u{FEFF}K=1", "\u{FEFF}K=1"),
      Reading("junk\nK=1", "K=1"),
      Reading("# c\nK=1", "K=1"),
      Reading("# c\n  #x=2\nK=1", "#x=2", "K=1"),
      Reading("=x=1\nK=1", "x=1", "K=1"),
      Reading("a b=1", "a b=1"),
    ])
  func read(example: Reading) {
    #expect(reading(example.text, .node) == example.variables)
  }

  @Test(
    "what Node 20 reads otherwise",
    arguments: [
      Reading("K=\t1", "K=\t1"),
      Reading("junk\nK=1", "junk\nK=1"),
      Reading("A=1\n \nK=1", "A=1", "\nK=1"),
      Reading("export   K=1", "  K=1"),
      Reading("#K=1", "#K=1"),
      Reading("K='x"),
      Reading("A=1\n =2", "A=1", "\n=2"),
      Reading("=1\nK=2"),
    ])
  func read20(example: Reading) { #expect(reading(example.text, .node20) == example.variables) }

  @Test func bytesThatAreNoUTF8BecomeReplacementCharacters() throws {
    let document = DotenvDocument([0x4B, 0x3D, 0x61, 0xFF, 0x0A], file: ".env", dialect: .node)
    #expect(try document.variables().map(\.value) == [Array("a\u{FFFD}".utf8)])
    #expect(document.bytes == [0x4B, 0x3D, 0x61, 0xFF, 0x0A])
  }

  @Test func linesThatArePassedOverAreToldAndNoError() throws {
    let document = document("junk\nK=1\n=\"x\"\n", .node)
    #expect(document.problems.map(\.code) == [.notAnEntry, .noName, .notAnEntry])
    #expect(try document.variables().count == 1)
  }

  @Test func placesInAFileWithCarriageReturns() {
    let document = document("A=1\r\nBC='x'\r\n", .node)
    #expect(document.entries.map(\.key) == [0..<1, 5..<7])
    #expect(document.entries.map(\.rawValue) == [2..<3, 8..<11])
    #expect(document.position(of: 8).line == 2)
    #expect(document.position(of: 8).column == 4)
  }
}
