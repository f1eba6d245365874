import Dotenv
import Testing

/// Every line was tried with docker/cli's own reader.
@Suite struct DockerReaderTests {
  @Test(
    "what is read",
    arguments: [
      Reading("K=1\n", "K=1"),
      Reading("K=", "K="),
      Reading("K=a=b", "K=a=b"),
      Reading("K=\"a b\"", "K=\"a b\""),
      Reading("K='a'", "K='a'"),
      Reading("K= a ", "K= a "),
      Reading("K=a # b", "K=a # b"),
      Reading("  \tK=1", "K=1"),
      Reading("\u{2003}K=1", "K=1"),
      Reading("# c\n  # d\nK=1", "K=1"),
      Reading("K=${A}$B", "K=${A}$B"),
      Reading("K=1\r\nL=2\r\n", "K=1", "L=2"),
      Reading("K=1\r\r\n", "K=1\r"),
      Reading("\u{FEFF}K=1", "K=1"),
      Reading("a.b-c/d=1", "a.b-c/d=1"),
      Reading("K=1\nK=2", "K=2"),
      Reading("K=\\n", "K=\\n"),
      Reading("\n\n \nK=1", "K=1"),
    ])
  func read(example: Reading) { #expect(reading(example.text, .docker) == example.variables) }

  @Test(
    "what is refused, and where",
    arguments: [
      ("A=1\n=2", ".env:2:1: there is no name before the «=»"),
      ("export K=1", ".env:1:7: docker --env-file takes no space in a name"),
      ("K =1", ".env:1:2: docker --env-file takes no space in a name"),
      ("K\t", ".env:1:2: docker --env-file takes no space in a name"),
    ])
  func refused(text: String, error: String) { #expect(reading(text, .docker) == ["error: \(error)"]) }

  @Test func bytesThatAreNoUTF8() {
    let document = DotenvDocument([0x4B, 0x3D, 0x61, 0xFF, 0x0A], file: ".env", dialect: .docker)
    #expect(document.problems.map(\.code) == [.notUTF8])
    #expect(document.problems.map(\.offset) == [3])
  }

  @Test func nameAlonePassesThrough() {
    #expect(reading("K\n", .docker, environment: ["K": "outside"]) == ["K=outside"])
    #expect(reading("K\n", .docker) == [])
  }

  @Test(
    "a line has a limit, for which a byte order mark counts",
    arguments: [("", 65_533, true), ("", 65_534, false), ("\u{FEFF}", 65_530, true), ("\u{FEFF}", 65_531, false)])
  func longLine(mark: String, count: Int, isRead: Bool) {
    let text = mark + "K=" + String(repeating: "x", count: count) + "\nL=1\n"
    let document = document(text, .docker)
    #expect(document.problems.isEmpty == isRead)
    if !isRead { #expect(document.problems.map(\.code) == [.lineTooLong]) }
  }
}
