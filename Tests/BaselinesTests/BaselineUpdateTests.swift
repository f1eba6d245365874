import Testing
import Vocabulary

@testable import Baselines

@Suite struct BaselineUpdateTests {
  private let one = finding("one")
  private let two = finding("two")

  private func update(
    _ lines: [String], _ change: (inout BaselineUpdate) -> Void
  ) throws -> (lines: [String], update: BaselineUpdate) {
    var update = BaselineUpdate(BaselineDraft(try Baseline(baselineText(lines), file: "base")), today: today)
    change(&update)
    let text = String(decoding: update.draft.bytes, as: UTF8.self).split(separator: "\n").dropFirst(2)
    return (text.map(String.init), update)
  }

  private func pruned(_ lines: [String], _ files: [Finding], history: [Finding]? = nil) throws -> [String] {
    let baseline = try Baseline(baselineText(lines), file: "base")
    return try update(lines) {
      $0.prune(baseline, files: Verdict(findings: files), history: history.map { Verdict(findings: $0) })
    }.lines
  }

  @Test("what is new is added, and what people wrote stays")
  func added() throws {
    let written = line(one, "owner=ada until=2027-01-31 -- why")
    let (lines, update) = try update(["# about it", written]) { $0.take(files: [one, two]) }
    #expect(Set(lines) == ["# about it", written, line(two)])
    #expect(update.changes == [.init(kind: .added, rule: "rule-a", place: "a.txt:1")])
  }

  @Test("nothing changes the second time")
  func twice() throws {
    let found = [one, finding("one", line: 4), finding("one", path: "b.txt"), two, finding("weak", confidence: .low)]
    var first = BaselineUpdate(BaselineDraft(), today: today)
    first.take(files: found)
    var second = BaselineUpdate(BaselineDraft(try Baseline(first.draft.bytes, file: "base")), today: today)
    second.take(files: found)
    #expect(second.changes.isEmpty)
    #expect(second.draft.bytes == first.draft.bytes)
  }

  @Test("copies in one file are one line with a count, copies in another a line of their own")
  func copies() throws {
    let found = [one, finding("one", line: 4), finding("one", path: "b.txt")]
    #expect(try update([]) { $0.take(files: found) }.lines == [line(one, "x2"), line(one, path: "b.txt")])
    #expect(try update([line(one, "-- why")]) { $0.take(files: found.dropLast()) }.lines == [line(one, "x2 -- why")])
  }

  @Test("a secret that moved takes its line along, with what people wrote")
  func moved() throws {
    let (lines, update) = try update([line(one, "-- why")]) { $0.take(files: [finding("one", path: "b.txt")]) }
    #expect(lines == [line(one, path: "b.txt", "-- why")])
    #expect(update.changes == [.init(kind: .moved, rule: "rule-a", place: "a.txt to b.txt")])
  }

  /// Breaks when an update renews by itself what somebody set an end to.
  @Test("what has expired stays so, and is told")
  func expired() throws {
    let written = line(one, "until=2026-06-14")
    let (lines, update) = try update([written]) { $0.take(files: [one]) }
    #expect(lines == [written])
    #expect(update.changes == [.init(kind: .expired, rule: "rule-a", place: "a.txt (until=2026-06-14)")])
  }

  @Test("what only the history holds is marked, and what is known is not added again")
  func history() throws {
    let (lines, _) = try update([line(one)]) { $0.take(history: [one, two]) }
    #expect(Set(lines) == [line(one), line(two, "history")])
  }

  @Test("an entry of the history does not stand for one of the files")
  func historyAndFiles() throws {
    let (lines, _) = try update([line(one, "history")]) { $0.take(files: [one]) }
    #expect(Set(lines) == [line(one), line(one, "history")])
  }

  @Test("a password is written by its short digest")
  func weak() throws {
    let (lines, _) = try update([]) { $0.take(files: [finding(confidence: .low)]) }
    #expect(lines.count == 1 && lines[0].hasPrefix("~"), "\(lines)")
  }

  @Test("prune drops what nothing matches, with the comment above it, and lowers counts")
  func prune() throws {
    let lines = ["# gone", line(two), "# stays", line(one, "x3 -- why")]
    #expect(try pruned(lines, [one, finding("one", line: 3)]) == ["# stays", line(one, "x2 -- why")])
  }

  @Test("prune keeps what moved, what has expired and is there, and entries about the history")
  func kept() throws {
    for kept in [line(one, path: "old.txt"), line(one, "until=2026-06-14"), line(two, "history"), line(one, path: "*")]
    {
      #expect(try pruned([kept], [one]) == [kept])
    }
    #expect(try pruned([line(two, "history")], [], history: [two]) == [line(two, "history")])
    #expect(try pruned([line(two, "history")], [], history: []).isEmpty)
  }

  @Test("what another tool accepts is added with its reason, and not twice")
  func accepted() throws {
    let (lines, update) = try update([]) {
      for _ in 1...2 { $0.take(accepted: [one, finding("one", line: 9)], everywhere: false, reason: "from base.json") }
      $0.take(accepted: [two], everywhere: true, reason: "from list")
      $0.take(acceptedInHistory: finding("three"), reason: "from base.json")
    }
    #expect(
      Set(lines) == [
        line(one, "x2 -- from base.json"), line(two, path: "*", "-- from list"),
        line(finding("three"), "history -- from base.json"),
      ])
    #expect(update.count(.added) == 3)
  }
}
