import Rules
import Scanning
import Suppression
import Testing
import Vocabulary
import Walks

@Suite struct TextWalkTests {
  private static let rules = "[[rules]]\nid = 'rule-a'\nregex = 'tok_[a-z0-9]{8}'\nkeywords = ['tok_']\n"

  private func run(
    _ text: String, rules: String = rules, at path: String = "message", limit: Int = 10_000, ignore: String? = nil
  ) throws -> Verdict {
    var compiler = RuleCompiler(keywordsStandInMatches: false)
    try compiler.add([WrittenPack(rules, file: "pack.toml")])
    let suppression = Suppression(
      ignores: ignore.map { [GitleaksIgnore($0, file: "ignore")] } ?? [],
      today: try #require(CalendarDate("2026-06-15"))
    )
    let examiner = Examiner(
      scanner: try Scanner(RuleSet(RuleGroup(compiler.rules), allowlists: compiler.allowlists.map(Allowlist.init))),
      suppression: suppression)
    return TextWalk(examiner: examiner, sizeLimit: limit).run(Array(text.utf8), at: RepositoryPath(path))
  }

  private func made(_ template: String) throws -> String { try ExampleTemplate(template).text(seed: 5) }

  @Test("findings carry the path, and the text is counted")
  func findings() throws {
    let text = try made("x\ntok_{loweralnum:8}\n")
    let verdict = try run(text, at: "dir/message")
    #expect(verdict.findings.map(\.provenance) == [Provenance(path: RepositoryPath("dir/message"))])
    #expect(verdict.findings.map(\.region.startLine) == [2])
    #expect(verdict.coverage == Coverage(blobs: 1, bytes: text.utf8.count))
    #expect(verdict.isComplete)
  }

  @Test("a clean text is counted too", arguments: ["", "nothing here"])
  func clean(text: String) throws {
    let verdict = try run(text)
    #expect(verdict.findings.isEmpty && verdict.incidents.isEmpty)
    #expect(verdict.coverage == Coverage(blobs: 1, bytes: text.utf8.count))
  }

  @Test("a text over the limit is an incident, and one at the limit is read", arguments: [(12, true), (11, false)])
  func sizeLimit(limit: Int, isRead: Bool) throws {
    let verdict = try run(made("tok_{loweralnum:8}"), limit: limit)
    #expect(verdict.findings.count == (isRead ? 1 : 0))
    #expect(verdict.incidents.map(\.kind) == (isRead ? [] : [.oversize]))
    #expect(verdict.incidents.map(\.reason) == (isRead ? [] : ["it has 12 bytes, over the limit of 11"]))
    #expect(verdict.coverage.blobs == (isRead ? 1 : 0))
    #expect(verdict.isComplete == isRead)
  }

  @Test("what the user allowed is set apart")
  func allowed() throws {
    let allow = ["stanch", "allow"].joined(separator: ":")
    let verdict = try run(
      made("tok_{loweralnum:8} # \(allow) rule-a -- a test\ntok_{loweralnum:8}\ntok_{loweralnum:8}\n"),
      ignore: "message:rule-a:3")
    #expect(verdict.findings.map(\.region.startLine) == [2])
    #expect(verdict.allowed.map(\.allowance) == ["\(allow) on line 1", "ignore:1"])
  }

  @Test("an allowance that does nothing is said")
  func notices() throws {
    let allow = ["stanch", "allow"].joined(separator: ":")
    let verdict = try run(made("tok_{loweralnum:8} # \(allow) rule-a (until 2026-06-14)"))
    #expect(verdict.findings.count == 1)
    #expect(verdict.notices.count == 1)
  }

  @Test("each finding says how often its secret occurs")
  func occurrences() throws {
    let secret = try made("tok_{loweralnum:8}")
    let verdict = try run("\(secret)\n\(secret) \(secret)\ntok_aaaaaaaa\n")
    #expect(verdict.findings.map(\.occurrences) == [3, 3, 3, 1])
  }

  @Test("a rule that gives up is an incident of the text")
  func limits() throws {
    let verdict = try run(
      String(repeating: "a", count: 80), rules: "[[rules]]\nid = 'deep'\nregex = '^(?:a|aa|aaa)+\\d'\n")
    #expect(verdict.incidents.map(\.kind) == [.limits])
    #expect(!verdict.isComplete)
  }
}
