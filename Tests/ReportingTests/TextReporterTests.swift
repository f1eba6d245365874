import Testing
import Vocabulary

@testable import Reporting

@Suite struct TextReporterTests {
  /// What stands before the secret, and how many columns that takes.
  @Test(arguments: [
    ("token = ", 8), ("", 0), ("\tkey=", 8), ("密码 = ", 7), ("e\u{301}=", 2), ("\u{1B}[31m", 10), ("\u{202E}", 8),
  ])
  func putsCaretsUnderTheSecret(before: String, column: Int) throws {
    let finding = Sample.finding(Sample.randomSecret(), path: "a", before: before, after: " # more")
    let lines = report([finding]).split(separator: "\n")
    let source = try #require(lines.first { $0.hasPrefix("7 | ") }).dropFirst(4)
    let carets = try #require(lines.first { $0.hasSuffix("^") }).dropFirst(4)
    #expect(source.hasSuffix("ghp_******** # more"))
    #expect(carets == String(repeating: " ", count: column) + String(repeating: "^", count: 12))
  }

  @Test func putsCaretsUnderARevealedSecret() throws {
    let secret = Sample.randomSecret()
    let text = report([Sample.finding(secret, path: "a")], reveals: true)
    let carets = try #require(text.split(separator: "\n").first { $0.hasSuffix("^") })
    #expect(carets.filter { $0 == "^" }.count == secret.count)
  }

  @Test func keepsTheGutterStraightForLongLineNumbers() throws {
    let lines = report([Sample.finding(Sample.randomSecret(), path: "a", line: 12345)]).split(separator: "\n")
    #expect(lines[1] == "     --> a:12345:10")
    #expect(lines[2] == "      |")
    #expect(lines[3].hasPrefix("12345 | token"))
  }

  @Test func tellsWhatWhyAndHowToUndoIt() {
    let text = report([Sample.finding(Sample.randomSecret(), path: "a")])
    for note in [
      "= what: Description of example-token.", "= why:  matches the shape of example-token; entropy 4.23",
      "= risk: whoever holds it can do what example-token can", "= undo: Revoke example-token",
      "= rule: example-token (high confidence, in 2 places)",
    ] {
      #expect(text.contains(note))
    }
  }

  @Test func escapesWhatComesFromOutside() {
    let text = Sample.hostile.report(.text)
    #expect(text.contains("a,b\\u{a}::error::\\u{1b}[31m\"<script>'&%0A\\u{202e}]]>.txt:7:"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func colorsWithoutChangingTheWords() {
    let finding = Sample.finding(Sample.randomSecret(), path: "a")
    let colored = TextReporter(.sample(color: true)).report(Verdict(findings: [finding]))
    #expect(colored != report([finding]))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report([finding]))
  }

  @Test func separatesFindingsByABlankLine() {
    let text = Sample.plain.report(.text)
    #expect(text.split(separator: "\n\n").count == 2)
  }

  private func report(_ findings: [Finding], reveals: Bool = false) -> String {
    TextReporter(.sample(reveals: reveals)).report(Verdict(findings: findings))
  }
}
