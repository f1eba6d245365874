import Suppression
import Testing
import Vocabulary

@Suite struct GitleaksIgnoreTests {
  private func allowance(_ text: String, _ finding: Finding) -> String? {
    GitleaksIgnore(text, file: "ignore").allowance(for: finding)
  }

  @Test(
    "an entry allows one rule at one line of one path",
    arguments: [
      ("a.txt", "rule-a", 3, true), ("a.txt", "rule-a", 4, false), ("a.txt", "rule-b", 3, false),
      ("b.txt", "rule-a", 3, false),
      ("x/a.txt", "rule-a", 3, false),
    ])
  func entries(path: String, rule: String, line: Int, isAllowed: Bool) {
    let found = allowance("# why\na.txt:rule-a:3\n", finding(path: path, rule: rule, lines: line...line))
    #expect(found == (isAllowed ? "ignore:2" : nil))
  }

  @Test(
    "paths may hold colons, backslashes and blanks",
    arguments: [
      ("C:/a.txt:rule-a:1", "C:/a.txt"), ("a:b:c:rule-a:1", "a:b:c"), (#"dir\sub\a.txt:rule-a:1"#, "dir/sub/a.txt"),
      ("a b.txt:rule-a:1", "a b.txt"), ("ä.txt:rule-a:1", "ä.txt"), ("  a.txt:rule-a:1", "a.txt"),
      ("\ta.txt:rule-a:1", "a.txt"),
    ])
  func paths(entry: String, path: String) { #expect(allowance(entry, finding(path: path)) == "ignore:1") }

  /// Breaks when an entry of one commit holds for what is not committed, or for what another brought in.
  @Test("an entry of one commit holds for what it brought in", arguments: [20, 32])
  func commits(length: Int) throws {
    let commit = try #require(ObjectID(hex: Array(String(repeating: "0a", count: length).utf8)))
    let other = ObjectID(bytes: Array(repeating: 11, count: length))
    let ignore = GitleaksIgnore("# why\n\(commit):a.txt:rule-a:1\n", file: "ignore")
    #expect(ignore.allowance(for: finding()) == nil)
    #expect(ignore.allowance(for: finding(of: commit)) == "ignore:2")
    #expect(ignore.allowance(for: finding(of: other)) == nil)
    #expect(ignore.allowance(for: finding(lines: 2...2, of: commit)) == nil)
    #expect(ignore.names(commit) && !ignore.names(other))
    #expect(ignore.notices.isEmpty && !ignore.isEmpty)
  }

  @Test("forty characters that are no name of a commit belong to the path")
  func pathsLikeCommits() {
    let path = String(repeating: "0g", count: 20) + ":a.txt"
    #expect(allowance("\(path):rule-a:1", finding(path: path)) == "ignore:1")
  }

  @Test(
    "comments and empty lines are passed by, and lines counted",
    arguments: [
      ("\n\n  \n# a:b:1\n  # indented\na.txt:rule-a:1", "ignore:6"), ("#a.txt:rule-a:1", nil), ("", nil),
      ("a.txt:rule-a:1\na.txt:rule-a:1", "ignore:2"),
    ] as [(String, String?)])
  func comments(text: String, expected: String?) {
    #expect(allowance(text, finding()) == expected)
    #expect(GitleaksIgnore(text, file: "ignore").notices.isEmpty)
  }

  @Test(
    "lines that are no fingerprint are said",
    arguments: [
      "a.txt", "a.txt:rule-a", "a.txt:rule-a:x", "a.txt:rule-a:", "a.txt:1", ":", "a.txt:rule-a:1.5",
    ])
  func badLines(line: String) {
    let ignore = GitleaksIgnore("# first\n\(line)\n", file: "ignore")
    #expect(ignore.notices == ["ignore:2: this is no fingerprint of the form PATH:RULE:LINE"])
    #expect(ignore.allowance(for: finding()) == nil)
  }

  @Test("lines that end in CRLF")
  func carriageReturns() {
    let text = "# why\r\na.txt:rule-a:1\r\n\r\nb.txt:rule-b:2\r\n"
    #expect(allowance(text, finding()) == "ignore:2")
    #expect(allowance(text, finding(path: "b.txt", rule: "rule-b", lines: 2...2)) == "ignore:4")
    #expect(GitleaksIgnore(text, file: "ignore").notices.isEmpty)
  }

  @Test("blanks at a line's end are dropped, as gitleaks does", arguments: ["a.txt:rule-a:1 ", "a.txt:rule-a:1\t"])
  func trailingBlanks(line: String) {
    #expect(allowance(line, finding()) == "ignore:1")
  }
}
