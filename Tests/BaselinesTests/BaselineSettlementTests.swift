import Testing
import Vocabulary

@testable import Baselines

@Suite struct BaselineSettlementTests {
  private let one = finding("one")
  private let two = finding("two")

  private func settle(
    _ findings: [Finding], _ sight: BaselineSight = .files(isCurrent: true), _ lines: String...,
    change: (inout Verdict) -> Void = { _ in }
  ) throws -> Verdict {
    var verdict = Verdict(findings: findings)
    change(&verdict)
    let baseline = try Baseline(baselineText(lines), file: "base")
    BaselineSettlement.settle(&verdict, by: baseline, sight, today: today)
    return verdict
  }

  private func at(_ path: String, _ line: Int = 1, _ value: String = "one") -> Finding {
    finding(value, path: path, line: line)
  }

  @Test("an entry covers its secret, and no other one on its line")
  func covered() throws {
    let verdict = try settle([one, two], .files(isCurrent: true), line(one))
    #expect(verdict.findings == [two])
    #expect(verdict.allowed == [AllowedFinding(finding: one, allowance: "base:3")])
    #expect(verdict.notices.isEmpty)
  }

  @Test("the same value under another rule is another secret")
  func rules() throws {
    let other = finding("one", rule: "rule-b")
    #expect(try settle([other], .files(isCurrent: false), line(one)).findings == [other])
  }

  @Test("gone from its path and present at another it has moved, whatever the line")
  func moved() throws {
    let verdict = try settle([at("b.txt", 100)], .files(isCurrent: true), line(one))
    #expect(verdict.findings.isEmpty && verdict.notices.isEmpty)
  }

  @Test("one more copy is a finding, and is told as one", arguments: ["a.txt", "b.txt"])
  func copies(path: String) throws {
    let verdict = try settle([at("a.txt"), at(path, 7)], .files(isCurrent: true), line(one))
    #expect(verdict.findings.map(\.region.startLine) == [7])
    #expect(verdict.findings.map(\.occurrences) == [1])
    let home = path == "a.txt" ? "in this file" : "in a.txt"
    #expect(
      verdict.notices == [
        "\(path):7: this secret is known \(home) (base:3), and here is one more copy; to accept it too: stanch baseline update"
      ])
  }

  @Test(
    "a count is how many a file may hold",
    arguments: [("x2", 2, 0), ("x2", 3, 1), ("x3", 2, 0), ("", 2, 1)])
  func counts(field: String, found: Int, reported: Int) throws {
    let verdict = try settle((1...found).map { at("a.txt", $0) }, .files(isCurrent: true), line(one, field))
    #expect(verdict.findings.count == reported)
  }

  @Test("of two entries about one file, as a merge may leave them, the larger counts")
  func doubled() throws {
    let found = (1...3).map { at("a.txt", $0) }
    let verdict = try settle(found, .files(isCurrent: true), line(one, "x2"), line(one, "x3"))
    #expect(verdict.findings.isEmpty && verdict.notices.isEmpty, "\(verdict.notices)")
    #expect(
      try settle(found + [at("a.txt", 4)], .files(isCurrent: false), line(one, "x2"), line(one, "x3")).findings.count
        == 1)
  }

  @Test("an entry for everywhere covers every copy")
  func everywhere() throws {
    let found = [at("a.txt"), at("b.txt"), at("b.txt", 2)]
    #expect(try settle(found, .files(isCurrent: true), line(one, path: "*")).findings.isEmpty)
  }

  @Test("in commits a secret is known wherever it was")
  func commits() throws {
    for sight in [BaselineSight.commits, .history] {
      #expect(try settle([at("old/name.txt")], sight, line(one)).findings.isEmpty)
      #expect(try settle([at("old/name.txt")], sight, line(one, "history")).findings.isEmpty)
    }
  }

  @Test("an entry about the history covers nothing in files, and that is said")
  func history() throws {
    let verdict = try settle([one], .files(isCurrent: true), line(one, "history"))
    #expect(verdict.findings == [one])
    #expect(
      verdict.notices == ["a.txt:1: this secret was known in the history only (base:3), and is here again"])
  }

  @Test(
    "where a part was scanned, another path counts as moved when the entry's file is gone", arguments: [true, false])
  func parts(isGone: Bool) throws {
    let verdict = try settle([at("b.txt")], .someFiles { _ in isGone }, line(one))
    #expect(verdict.findings.isEmpty == isGone)
    #expect(verdict.notices.isEmpty == isGone)
  }

  // MARK: Entries that do nothing

  @Test("an expired entry covers nothing and says so")
  func expired() throws {
    let verdict = try settle([one], .files(isCurrent: true), line(one, "until=2026-06-14 -- soon to go"))
    #expect(verdict.findings == [one])
    #expect(verdict.notices == ["base:3: it held until 2026-06-14, so rule-a at a.txt:1 is reported again"])
  }

  private static let stale = [
    "base:3: nothing matches this entry any more (rule-a in a.txt)",
    "base: entries that nothing matches go with stanch baseline prune",
  ]

  @Test("an entry that nothing matches is told by scans that saw everything")
  func stale() throws {
    #expect(try settle([two], .files(isCurrent: true), line(one)).notices == Self.stale)
    #expect(try settle([two], .history, line(one, "history")).notices == Self.stale)
    for sight in [BaselineSight.files(isCurrent: false), .someFiles { _ in true }, .commits] {
      #expect(try settle([two], sight, line(one)).notices.isEmpty)
    }
    #expect(try settle([two], .files(isCurrent: true), line(one, "history")).notices.isEmpty)
    #expect(try settle([two], .history, line(one)).notices.isEmpty)
  }

  @Test("an entry about what is in an archive is not told by scans that open none, and nothing moves from there")
  func archives() throws {
    let entry = line(one, path: "a.zip!a.txt")
    for isOpened in [false, true] {
      let stale = try settle([two], .files(isCurrent: true), entry) { $0.opensArchives = isOpened }
      #expect(stale.notices.isEmpty == !isOpened)
      let moved = try settle([one], .files(isCurrent: true), entry) { $0.opensArchives = isOpened }
      #expect(moved.findings.isEmpty == isOpened)
    }
  }

  /// Breaks when a scan that missed something calls an entry stale.
  @Test("a scan that did not see everything calls nothing stale")
  func unsure() throws {
    let incident = Incident(kind: .unreadable, subject: "b.txt", reason: "made up")
    #expect(try settle([], .files(isCurrent: true), line(one)) { $0.incidents = [incident] }.notices.isEmpty)
    #expect(try settle([], .files(isCurrent: true), line(one)) { $0.isInterrupted = true }.notices.isEmpty)
    #expect(
      try settle([], .history, line(one, "history")) { $0.shard = Shard(index: 1, count: 2, basis: "") }.notices.isEmpty
    )
  }

  @Test("what is allowed otherwise is there all the same")
  func allowedElsewhere() throws {
    let allowed = AllowedFinding(finding: one, allowance: "a comment")
    #expect(try settle([], .files(isCurrent: true), line(one)) { $0.allowed = [allowed] }.notices.isEmpty)
  }

  @Test("of many stale entries some are named and the others counted")
  func many() throws {
    let lines = (1...12).map { line(finding("\($0)")) }
    var verdict = Verdict()
    BaselineSettlement.settle(
      &verdict, by: try Baseline(baselineText(lines), file: "base"), .files(isCurrent: true), today: today)
    #expect(verdict.notices.count == 12)
    #expect(verdict.notices[10] == "base: nor 2 others")
  }

  @Test("a short digest covers as a long one does")
  func short() throws {
    let weak = finding("one", confidence: .low)
    let digest = try #require(BaselineDigest(weak.fingerprint, salt: FingerprintKey(Array(repeating: 10, count: 16))))
    #expect(try settle([weak], .files(isCurrent: true), "\(digest) rule-a a.txt").findings.isEmpty)
    let other = finding("two", confidence: .low)
    #expect(try settle([other], .files(isCurrent: false), "\(digest) rule-a a.txt").findings == [other])
  }
}
