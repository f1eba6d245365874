import Testing
import Vocabulary

@testable import Baselines

@Suite struct ForeignBaselineTests {
  private static let sha1 = String(repeating: "0a", count: 20)
  private static let sha256 = String(repeating: "0b", count: 32)
  private static let gitleaks = """
    [{"RuleID": "r", "File": ".\\\\dir\\\\a.txt", "StartLine": 3, "Secret": "made up", "Commit": "\(sha1)", "Tags": []}]
    """
  private static let detectSecrets = """
    {"version": "1.5.0", "plugins_used": [], "results": {"b.py": [
      {"type": "T", "filename": "b.py", "hashed_secret": "\(sha1)", "is_verified": false, "line_number": 4, "is_secret": false}
    ], "a.py": [{"type": "U", "hashed_secret": "\(sha1)"}]}}
    """
  private static let kingfisher1 = """
    ExactFindings:
      matches:
      - filepath: ./a.txt
        fingerprint: '18446744073709551615'
        linenum: 2
        lastupdated: Wed, 25 Nov 2026 02:13:55 +0000
      - filepath: ./.git/b.txt
        fingerprint: 00000000000000ff
        linenum: 3
    """
  private static let kingfisher2 = """
    version: 2
    fingerprint_algorithm: kingfisher-v1
    repositories:
    - id: local:///somewhere
      findings:
      - path: 'it''s: a.txt'
        fingerprint: '7'
        rule_id: kingfisher.x.1
        line: 2
        first_seen_at: 2026-11-25T02:14:01+00:00
    - id: git://example.org/x
      findings: []
    """

  private func read(_ text: String, _ format: ForeignBaseline.Format? = nil) throws(BaselineError) -> ForeignBaseline {
    try ForeignBaseline(Array(text.utf8), file: "file", format: format)
  }

  @Test(
    "what wrote a file is told from its form",
    arguments: [
      (gitleaks, ForeignBaseline.Format.gitleaks), ("\n []", .gitleaks), (detectSecrets, .detectSecrets),
      (kingfisher1, .kingfisher), (kingfisher2, .kingfisher), ("# list\n\n\(sha256)\n", .betterleaks),
    ])
  func formats(text: String, expected: ForeignBaseline.Format) throws {
    #expect(try read(text).format == expected)
  }

  @Test(
    "places are those of git",
    arguments: [
      (gitleaks, ["dir/a.txt:3 of 0a0a0a0a0a"]), (detectSecrets, ["a.py", "b.py:4"]),
      (kingfisher1, ["a.txt:2", "b.txt:3"]), (kingfisher2, ["it's: a.txt:2"]), (sha256, ["any file"]),
    ])
  func places(text: String, expected: [String]) throws {
    #expect(try read(text).entries.map(\.place) == expected)
  }

  @Test("an audit is told")
  func remarks() throws {
    #expect(try read(Self.detectSecrets).entries.map(\.remark) == [nil, "audited: no secret"])
  }

  @Test("a path below the root is taken from there")
  func roots() throws {
    let entry = ForeignEntry(rule: "r", path: "/root/of/it/a.txt", proof: .place)
    #expect(entry.relative(to: "/root/of/it").path == RepositoryPath("a.txt"))
    #expect(entry.relative(to: "/root/of/i").path == entry.path)
  }

  /// Breaks when a file that is cut off is taken for one that holds less.
  @Test(
    "what is damaged, or nothing of the kind, is an error",
    arguments: [
      ("", nil), ("hello", nil), ("a.txt:rule:1", nil), ("{}", nil), (String(gitleaks.dropLast()), nil),
      (String(detectSecrets.dropLast()), nil), ("[{\"RuleID\": \"r\"}]", nil),
      ("{\"results\": {\"a\": [{\"type\": \"T\"}]}}", nil),
      ("{\"results\": {\"a\": [{\"type\": \"T\", \"hashed_secret\": \"0a\"}]}}", nil), (sha256 + "\nhello\n", nil),
      ("ExactFindings:\n  matches:\n  - filepath: a\n    fingerprint: x\n", nil),
      ("ExactFindings:\n  matches:\n  - fingerprint: '1'\n", nil),
      ("ExactFindings:\n  matches:\n  - filepath: |\n      a\n", nil),
      ("ExactFindings:\n  matches:\n  - filepath: 'a\n", nil),
      (kingfisher1, .gitleaks), (gitleaks, .detectSecrets), (gitleaks, .kingfisher), (gitleaks, .betterleaks),
    ] as [(String, ForeignBaseline.Format?)])
  func damage(text: String, format: ForeignBaseline.Format?) {
    #expect(throws: BaselineError.self) { try read(text, format) }
  }
}
