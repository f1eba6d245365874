import Dotenv
import Testing

/// Every line was tried with compose-go's own reader.
@Suite struct ComposeReaderTests {
  @Test(
    "what is read",
    arguments: [
      Reading("K=1", "K=1"),
      Reading("K=1\nL=2\n", "K=1", "L=2"),
      Reading("K = 1", "K=1"),
      Reading("K: 1", "K=1"),
      Reading("K:1", "K=1"),
      Reading("K=\nL=2", "K=", "L=2"),
      Reading("K=a b", "K=a b"),
      Reading("K=  a  \n", "K=a"),
      Reading("  K=1", "K=1"),
      Reading("\u{A0}K=1\u{A0}", "K=1"),
      Reading("export K=1", "K=1"),
      Reading("export\tK=1", "K=1"),
      Reading("exportK=1", "exportK=1"),
      Reading("# a comment\nK=1", "K=1"),
      Reading("  # a comment\nK=1", "K=1"),
      Reading("K=a#b", "K=a#b"),
      Reading("K=a #b", "K=a"),
      Reading("K=a\t#b", "K=a\t#b"),
      Reading("K=   # note", "K=# note"),
      Reading("K=1\r\nL=2\r\n", "K=1", "L=2"),
      Reading("\u{FEFF}K=1", "K=1"),
      Reading("K.a-b[0]=1", "K.a-b[0]=1"),
      Reading("ключ=1", "ключ=1"),
      Reading("1K=1", "1K=1"),
      Reading("K=1\nK=2", "K=2"),
      Reading("K=`a`", "K=`a`"),
      Reading("K=it's", "K=it's"),
      Reading("K=1 \u{2028}\n", "K=1"),
    ])
  func read(example: Reading) { #expect(reading(example.text, .compose) == example.variables) }

  @Test(
    "quotes",
    arguments: [
      Reading("K='a b'", "K=a b"),
      Reading("K=\"a b\"", "K=a b"),
      Reading("K='a\nb'\nL=2", "K=a\nb", "L=2"),
      Reading("K='a\\'b'", "K=a'b"),
      Reading("K='a\\nb'", "K=a\\nb"),
      Reading("K='a\\\\b'", "K=a\\\\b"),
      Reading("K=\"a\\nb\"", "K=a\nb"),
      Reading("K=\"a\\\"b\"", "K=a\"b"),
      Reading("K='a$b'", "K=a$b"),
      Reading("K=\"a\" # note\nL=2", "K=a", "L=2"),
      Reading("K=\"a\"L=2", "K=a", "L=2"),
      Reading("K=\"\"", "K="),
      Reading("K=a\"b\"", "K=a\"b\""),
      Reading("K=\"a # b\"", "K=a # b"),
    ])
  func quoted(example: Reading) { #expect(reading(example.text, .compose) == example.variables) }

  @Test(
    "what is refused, and where",
    arguments: [
      ("K=1\nL=\"a\nM=2", ".env:2:3: the quote that opens here is never closed"),
      ("K='a\\'", ".env:1:3: the quote that opens here is never closed"),
      ("K L=1", ".env:1:2: Docker Compose takes no space in a name"),
      ("é*=1", ".env:1:2: Docker Compose does not take this character in a name"),
      ("A=1\n  $K=1", ".env:2:3: Docker Compose does not take this character in a name"),
      ("'K'=1", ".env:1:1: Docker Compose does not take this character in a name"),
      ("export ", ".env:1:8: there is no name before the «=»"),
    ])
  func refused(text: String, error: String) { #expect(reading(text, .compose) == ["error: \(error)"]) }

  @Test func nameWithoutSignIsTakenFromTheEnvironment() {
    #expect(reading("K\nL=1\n", .compose, environment: ["K": "outside"]) == ["K=outside", "L=1"])
    #expect(reading("K\nL=1\n", .compose) == ["L=1"])
  }

  @Test func nameAtTheEndOfTheFileIsTakenForAValue() { #expect(reading("L=1\nK", .compose) == ["L=1", "=K"]) }

  @Test func linesAfterAnErrorAreShown() {
    let document = document("A=1\n$x=2\nD=4\n")
    #expect(document.entries.map(\.nameText) == ["A", "D"])
    #expect(document.problems.map(\.code) == [.unexpectedCharacterInName])
  }

  @Test func afterAnOpenQuoteLinesAreReadOneByOne() {
    let document = document("A=\"x\nB='b'\nC='c\nD=4\n")
    #expect(document.entries.map(\.nameText) == ["B", "D"])
    #expect(document.problems.map(\.offset) == [2, 13])
  }

  @Test func environmentWinsOverTheFile() {
    #expect(value("A=file\nK=$A", .compose, environment: ["A": "outside"]) == "outside")
    #expect(value("A=file\nK=$A", .compose) == "file")
  }
}
