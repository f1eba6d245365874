import Dotenv
import Testing

@Suite struct DotenvLayoutTests {
  /// A letter a line: blank, comment, optional setting, entry, unread.
  private func kinds(_ text: String, _ dialect: DotenvDialect = .compose) -> String {
    document(text, dialect).lines.map { line in
      switch line.kind {
      case .blank: "b"
      case .comment(nil): "c"
      case .comment: "o"
      case .entries(let numbers): "e\(numbers.count == 1 ? "" : "\(numbers.count)")"
      case .unread: "u"
      }
    }.joined()
  }

  @Test(
    "kinds of lines",
    arguments: [
      ("A=1\n", DotenvDialect.compose, "e"), ("A=1", .compose, "e"), ("\n\nA=1\n", .compose, "bbe"),
      (" \t\n", .compose, "b"), ("# c\n#\nA=1\n", .compose, "cce"), ("# A=1\n", .compose, "o"),
      ("A='x\ny\nz'\nB=1\n", .compose, "ee"), ("A=\"x\"B=2\n", .compose, "e2"),
      ("A='x\ny'B='z\nw'\nC=1\n", .compose, "e2e"),
      ("a b\nA=1\n", .python, "ue"), ("A='x\ny'\n", .docker, "ee"), ("A=1\r\nB=2\r\n", .bash, "ee"),
      ("A=1\rB=2\r", .python, "ee"), ("A=1\rB=2\r", .compose, "e"), ("A=\n\n", .node, "eb"), ("A= \n\nB\n", .node, "e"),
      ("A=1;B=2\n", .bash, "e2"), ("\u{FEFF}\nA=1", .compose, "be"), ("\u{FEFF}# c\nA=1", .compose, "ce"),
      ("A=1\n\u{2028}\n", .compose, "eu"),
    ])
  func lines(text: String, dialect: DotenvDialect, expected: String) { #expect(kinds(text, dialect) == expected) }

  @Test func textOfALineIsWithoutBlanksAndLineEnd() {
    let document = document("  A=1 \r\n\t# c\n\n")
    #expect(document.lines.map { document.text($0.text) } == ["A=1 ", "# c", ""])
    #expect(document.lines.map(\.range) == [0..<8, 8..<13, 13..<14])
  }

  @Test(
    "comments above an entry",
    arguments: [
      ("# a\n# b\nK=1\n", ["a", "b"]), ("# a\n\n# b\nK=1\n", ["b"]), ("# a\n\nK=1\n", []), ("L=1\nK=1\n", []),
      ("# a\nL=1\nK=1\n", []), ("# a\n# L=2\n# b\nK=1\n", ["b"]), ("# a\n# L=2\nK=1\n", []),
      ("# a\n# K=example\nK=1\n", ["a", "K=example"]), ("#a\n##  b\nK=1", ["a", "b"]),
    ])
  func comments(text: String, expected: [String]) throws {
    let document = document(text)
    let entry = try #require(document.entry(named: "K"))
    #expect(document.commentText(entry.comments) == expected)
  }

  @Test(
    "comments behind a value",
    arguments: [
      ("K=1 # c\n", DotenvDialect.compose, "# c"), ("K=1 # c\r\n", .compose, "# c"), ("K='1'# c\n", .compose, "# c"),
      ("K=1#c\n", .node, "#c"), ("K=1#c\n", .compose, nil), ("K=1 # c\n", .docker, nil), ("K='a' b # c\n", .node, nil),
      ("K=1 #\n", .bash, "#"), ("K= # c\n", .python, "# c"), ("K='a\nb' # c\n", .python, "# c"),
    ] as [(String, DotenvDialect, String?)])
  func inlineComments(text: String, dialect: DotenvDialect, expected: String?) {
    let document = document(text, dialect)
    #expect(document.entries[0].inlineComment.map(document.text) == expected)
  }

  @Test func onlyTheLastOnALineHasTheCommentBehindIt() {
    let document = document("A=1 B=2 # c\n", .bash)
    #expect(document.entries.map { $0.inlineComment != nil } == [false, true])
  }
}
