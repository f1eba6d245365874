import Dotenv
import Testing

/// Every line was tried with python-dotenv 1.2.4.
@Suite struct PythonReaderTests {
  @Test(
    "what is read",
    arguments: [
      Reading("K=1", "K=1"),
      Reading("K=1\nL=2", "K=1", "L=2"),
      Reading("K = 1 ", "K=1"),
      Reading("  K=1", "K=1"),
      Reading("\n\n\tK=1", "K=1"),
      Reading("K=a b", "K=a b"),
      Reading("K=a#b", "K=a#b"),
      Reading("K=a #b", "K=a"),
      Reading("K=a\t#b", "K=a"),
      Reading("K=a\u{A0}#b", "K=a"),
      Reading("K=   # note", "K="),
      Reading("K=# note", "K=# note"),
      Reading("K=\nL=2", "K=", "L=2"),
      Reading("export K=1", "K=1"),
      Reading("export  \tK=1", "K=1"),
      Reading("exportK=1", "exportK=1"),
      Reading("'K'=1", "K=1"),
      Reading("'a key'=1", "a key=1"),
      Reading("a.b/c=1", "a.b/c=1"),
      Reading("K=1\r\nL=2\r", "K=1", "L=2"),
      Reading("\u{FEFF}K=1", "K=1"),
      Reading("K=`a`", "K=`a`"),
      Reading("K=it's", "K=it's"),
      Reading("K", String()),
      Reading("K=1\nK=2", "K=2"),
    ])
  func read(example: Reading) {
    #expect(reading(example.text, .python) == example.variables.filter { !$0.isEmpty })
  }

  @Test(
    "quotes",
    arguments: [
      Reading("K='a b'", "K=a b"),
      Reading("K=\"a b\" # note", "K=a b"),
      Reading("K='a\nb'\nL=2", "K=a\nb", "L=2"),
      Reading("K='a\\'b'", "K=a'b"),
      Reading("K='a\\\\'", "K=a\\"),
      Reading("K='a\\nb'", "K=a\\nb"),
      Reading("K=\"a\\nb\\t\\\"\\'\\\\\"", "K=a\nb\t\"'\\"),
      Reading("K=\"a\\qb\"", "K=a\\qb"),
      Reading("K=\"\\a\\b\\f\\r\\v\"", "K=\u{07}\u{08}\u{0C}\r\u{0B}"),
      Reading("K='a\r\nb'", "K=a\nb"),
      Reading("K=''", "K="),
    ])
  func quoted(example: Reading) { #expect(reading(example.text, .python) == example.variables) }

  @Test(
    "lines that are passed over",
    arguments: [
      ("A=1\nK='x' y\nB=2", [DotenvProblem.Code.notAnEntry], 4),
      ("A=1\nK=\"x\nB=2", [.unterminatedQuote], 6),
      ("A=1\nx y\nB=2", [.notAnEntry], 4),
      ("A=1\n=x\nB=2", [.noName], 4),
      ("A=1\nx=\"y\"z\nB=2", [.notAnEntry], 4),
      ("A=1\n''=1\nB=2", [.notAnEntry], 4),
    ])
  func passedOver(text: String, codes: [DotenvProblem.Code], offset: Int) throws {
    let document = document(text, .python)
    #expect(document.problems.filter { $0.offset == offset }.map(\.code) == codes)
    #expect(document.problems.allSatisfy { $0.isPassedOver })
    #expect(reading(text, .python) == ["A=1", "B=2"])
  }

  @Test func nameAloneTakesTheValueAway() {
    #expect(reading("K=1\nL=2\nK\n", .python) == ["L=2"])
    #expect(reading("K=1\nK\nL=${K}x\n", .python) == ["L=x"])
  }

  @Test func bytesThatAreNoUTF8RefuseTheFile() {
    let document = DotenvDocument([0x4B, 0x3D, 0xC3, 0x28], file: "x.env", dialect: .python)
    #expect(throws: DotenvError.self) { try document.variables() }
    #expect(document.entries.count == 1)
  }

  @Test func separatorsOfASCIIAreSpaces() { #expect(reading("\u{1C}K=1\u{1F}", .python) == ["K=1"]) }
}
