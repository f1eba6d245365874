import Suppression
import Testing

@Suite struct AllowCommentTests {
  /// A comment as the tables below write it.
  struct Expected: Equatable, Sendable {
    var scope = AllowComment.Scope.line
    var rules: [String]? = ["rule-a"]
    var reason: String?
    var until: String?
    var mistake: String?
  }

  private func read(_ text: String) -> [AllowComment] { AllowComment.all(in: Array(text.utf8)) }

  private func values(_ comments: [AllowComment]) -> [Expected] {
    comments.map {
      Expected(
        scope: $0.scope, rules: $0.rules, reason: $0.reason, until: $0.until?.description, mistake: $0.mistake)
    }
  }

  /// Joined here, so that this file holds no allowance of its own.
  private static let allow = ["stanch", "allow"].joined(separator: ":")
  private static let gitleaks = ["gitleaks", "allow"].joined(separator: ":")

  @Test(
    "the forms",
    arguments: [
      (" rule-a", Expected()), ("-next-line rule-a", Expected(scope: .nextLine)),
      ("-file rule-a", Expected(scope: .file)),
      (" rule-a,rule_b, rule.c", Expected(rules: ["rule-a", "rule_b", "rule.c"])), ("\trule-a", Expected()),
      (" rule-a -- a test key", Expected(reason: "a test key")),
      (" rule-a -- a test key (until 2027-01-31)", Expected(reason: "a test key", until: "2027-01-31")),
      (" rule-a (until 2027-01-31)", Expected(until: "2027-01-31")),
      (
        "-file rule-a,rule-b --  why  (until 2027-01-31) ",
        Expected(scope: .file, rules: ["rule-a", "rule-b"], reason: "why", until: "2027-01-31")
      ),
      (" 1password-key", Expected(rules: ["1password-key"])), (" rule-a -- ", Expected()),
      (" rule-a -- a -- b", Expected(reason: "a -- b")),
    ])
  func forms(tail: String, expected: Expected) {
    #expect(values(read("key = 1 # \(Self.allow)\(tail)")) == [expected])
  }

  @Test(
    "in the comments of other languages",
    arguments: [
      ("x = 1 # ", ""), ("x = 1 // ", ""), ("x = 1 /* ", " */"), ("<a/> <!-- ", " -->"), ("select 1 -- ", ""),
      ("; ", ""), ("% ", ""),
      ("'", ""), ("\"x\": \"y\", \"note\": \"", " \""), ("{# ", " #}"), ("x#", ""), ("REM ", ""),
    ])
  func syntaxes(before: String, after: String) {
    let comments = read("\(before)\(Self.allow) rule-a\(after)")
    #expect(comments.map(\.rules) == [["rule-a"]])
    #expect(comments.map(\.mistake) == [nil])
    let withReason = read("\(before)\(Self.allow)-file rule-a -- why (until 2027-01-31)\(after)")
    #expect(withReason.map(\.reason) == ["why"])
    #expect(withReason.map(\.until?.description) == ["2027-01-31"])
    #expect(withReason.map(\.scope) == [.file])
  }

  @Test("the end of a comment may touch the rule", arguments: ["*/", "-->"])
  func touchingEnds(end: String) {
    #expect(read("\(Self.allow) rule-a\(end)").map(\.rules) == [["rule-a"]])
  }

  @Test(
    "mistakes allow nothing",
    arguments: [
      ("", "it names no rule"), (" ", "it names no rule"), (" -- why", "it names no rule"),
      (" (until 2027-01-31)", "it names no rule"),
      (" ,", "it names no rule"), (" *", "it names no rule"), (" rüle", "it names no rule"),
      (" rule-a (until tomorrow)", "its «until» is not a day such as 2027-01-31"),
      (" rule-a -- why (until 2027-02-30)", "its «until» is not a day such as 2027-01-31"),
      (" rule-a (until)", "its «until» is not a day such as 2027-01-31"),
      (" rule-a (until 2027-01-31 or so)", "its «until» is not a day such as 2027-01-31"),
    ])
  func mistakes(tail: String, expected: String) {
    #expect(read("x # \(Self.allow)\(tail)").map(\.mistake) == [expected])
  }

  @Test(
    "gitleaks' form allows every rule on its line", arguments: ["# \(gitleaks)", "\(gitleaks) rule-a", "x\(gitleaks)x"])
  func gitleaksForm(line: String) {
    #expect(values(read("a\n\(line)")) == [Expected(rules: nil)])
    #expect(read("a\n\(line)").map(\.line) == [2])
  }

  @Test("lines are counted from 1, and CRLF ends one", arguments: ["\n", "\r\n"])
  func lines(end: String) {
    let lines = ["a", "# \(Self.allow) rule-a -- one", "", "# \(Self.allow)-file rule-b -- two", ""]
    let comments = read(lines.joined(separator: end))
    #expect(comments.map(\.line) == [2, 4])
    #expect(comments.map(\.rules) == [["rule-a"], ["rule-b"]])
    #expect(comments.map(\.reason) == ["one", "two"])
  }

  @Test("before CRLF a rule is named as before LF")
  func carriageReturn() {
    #expect(values(read("x # \(Self.allow) rule-a\r\ny")) == [Expected()])
  }

  @Test("several on one line")
  func several() {
    let comments = read("a # \(Self.allow) rule-a // \(Self.allow)-next-line rule-b -- why # \(Self.gitleaks)")
    #expect(comments.count == 3)
    #expect(comments.first?.rules == nil)
    #expect(comments.dropFirst().map(\.rules) == [["rule-a"], ["rule-b"]])
    #expect(comments.dropFirst().map(\.scope) == [.line, .nextLine])
  }

  @Test("words after the first that no comma precedes are no rules")
  func laterWords() {
    #expect(read("\(Self.allow) rule-a because rule-b is fine").map(\.rules) == [["rule-a"]])
  }

  @Test(
    "longer words are no allowance",
    arguments: ["ance rule-a", "ed rule-a", "-filesystem rule-a", "-nextline rule-a", "/rule-a"])
  func longerWords(tail: String) {
    #expect(read("\(Self.allow)\(tail)").allSatisfy { $0.mistake != nil })
  }

  @Test(
    "what is no allowance",
    arguments: [
      "", "stanch allow rule-a", "allow: rule-a", ":allow rule-a", "x:allow rule-a", "STANCH:ALLOW rule-a",
      "stanch: allow rule-a",
      "git-leaks:allow",
    ])
  func others(text: String) { #expect(read(text).isEmpty) }

  @Test("bytes that are no UTF-8 hide nothing")
  func invalidBytes() {
    let bytes: [UInt8] = [0xFF, 0xC3] + Array(" # \(Self.allow) rule-a -- why".utf8) + [0xFE, 10, 0x80]
    #expect(AllowComment.all(in: bytes).map(\.rules) == [["rule-a"]])
  }
}
