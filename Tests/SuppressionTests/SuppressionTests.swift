import Suppression
import Testing
import Vocabulary

@Suite struct SuppressionTests {
  private static let allow = ["stanch", "allow"].joined(separator: ":")
  private static let gitleaks = ["gitleaks", "allow"].joined(separator: ":")

  private func judge(
    _ findings: [Finding], _ text: String, ignore: String? = nil, today: String = "2026-06-15"
  ) throws -> Suppression.Judgement {
    Suppression(
      ignores: ignore.map { [GitleaksIgnore($0, file: "ignore")] } ?? [], today: try #require(CalendarDate(today))
    ).judge(findings, in: Array(text.utf8))
  }

  @Test(
    "a comment allows its rule where its scope says",
    arguments: [
      (" rule-a", 2...2, true), (" rule-a", 1...1, false), (" rule-a", 3...3, false), (" rule-a", 1...3, true),
      (" rule-a", 1...2, true), (" rule-a", 2...4, true), (" rule-b", 2...2, false), (" rule-b, rule-a", 2...2, true),
      ("-next-line rule-a", 3...3, true), ("-next-line rule-a", 2...2, false), ("-next-line rule-a", 3...9, true),
      ("-next-line rule-a", 4...4, false), ("-next-line rule-a", 2...3, false), ("-file rule-a", 1...1, true),
      ("-file rule-a", 9...9, true), ("-file rule-b", 2...2, false), ("", 2...2, false), (" Rule-A", 2...2, false),
    ])
  func scopes(tail: String, lines: ClosedRange<Int>, isAllowed: Bool) throws {
    let judgement = try judge([finding(lines: lines)], "first\nx # \(Self.allow)\(tail)\nthird")
    #expect(judgement.findings.isEmpty == isAllowed)
    #expect(judgement.allowed.map(\.allowance) == (isAllowed ? ["\(Self.allow) on line 2"] : []))
  }

  @Test(
    "the last day of an allowance is a day on which it holds",
    arguments: [
      ("2026-06-16", true), ("2026-06-15", true), ("2026-06-14", false), ("2025-12-31", false),
    ])
  func expiry(until: String, isAllowed: Bool) throws {
    let judgement = try judge([finding()], "x # \(Self.allow) rule-a (until \(until))")
    #expect(judgement.allowed.count == (isAllowed ? 1 : 0))
    #expect(
      judgement.notices == (isAllowed ? [] : ["a.txt:1: this stanch:allow does nothing: it held until \(until)"]))
  }

  @Test("a comment with a mistake allows nothing, and is said")
  func mistakes() throws {
    let judgement = try judge([finding()], "x # \(Self.allow) rule-a (until soon)")
    #expect(judgement.findings.count == 1)
    #expect(
      judgement.notices == ["a.txt:1: this stanch:allow does nothing: its «until» is not a day such as 2027-01-31"])
  }

  @Test("gitleaks' comment allows every rule on its line")
  func gitleaksComment() throws {
    let judgement = try judge([finding(), finding(rule: "rule-b"), finding(lines: 2...2)], "x # \(Self.gitleaks)\ny")
    #expect(judgement.allowed.map(\.allowance) == ["\(Self.gitleaks) on line 1", "\(Self.gitleaks) on line 1"])
    #expect(judgement.findings.map(\.region.startLine) == [2])
  }

  @Test("an entry of .gitleaksignore allows too, and a comment comes first")
  func gitleaksIgnore() throws {
    let ignore = "a.txt:rule-a:1\na.txt:rule-a:2"
    let judgement = try judge(
      [finding(), finding(lines: 2...2), finding(lines: 3...3)], "x # \(Self.allow) rule-a\ny\nz", ignore: ignore)
    #expect(judgement.allowed.map(\.allowance) == ["\(Self.allow) on line 1", "ignore:2"])
    #expect(judgement.findings.map(\.region.startLine) == [3])
  }

  @Test("without findings nothing is said")
  func nothing() throws {
    let judgement = try judge([], "x # \(Self.allow) (until soon)")
    #expect(judgement.findings.isEmpty && judgement.allowed.isEmpty && judgement.notices.isEmpty)
  }
}
