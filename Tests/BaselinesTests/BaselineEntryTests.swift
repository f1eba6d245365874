import Suppression
import Testing
import Vocabulary

@testable import Baselines

@Suite struct BaselineEntryTests {
  private static let digest = "00112233445566778899aabbccddeeff"

  private func read(_ line: String) throws -> BaselineEntry {
    let baseline = try Baseline(baselineText([line]), file: "base")
    return baseline.entry(of: 0)
  }

  @Test(
    "a line is written as it was read",
    arguments: [
      "rule-a a.txt", "rule-a a.txt x2", "rule-a a.txt history", "rule-a * -- anywhere", "rule-a a%20b.txt",
      "rule-a 100%25.txt", "rule-a ä/ö.txt", "rule%20a a.txt", "rule-a %FFa.txt", "rule-a %2A", "rule-a a*b.txt",
      "rule-a a.txt x12 history owner=ada@example.org until=2027-01-31 -- why -- and why, x3",
      "rule-a a.txt -- history",
    ])
  func roundTrip(rest: String) throws {
    let line = "\(Self.digest) \(rest)"
    #expect(try read(line).text == line)
  }

  @Test("fields may stand in any order and with any blanks between")
  func order() throws {
    let entry = try read("  \(Self.digest)\trule-a   a.txt until=2027-01-31  owner=ada x2   --   why  ")
    #expect(entry.text == "\(Self.digest) rule-a a.txt x2 owner=ada until=2027-01-31 -- why")
  }

  @Test(
    "a field that is wrong is an error and not passed by",
    arguments: [
      ("soon", "«soon» means nothing here"), ("x1", "«x1»"), ("x0", "«x0»"), ("x-2", "«x-2»"), ("x2 x3", "«x3»"),
      ("owner=", "«owner=»"), ("owner=a owner=b", "«owner=b»"), ("until=", "«» is not a day"),
      ("until=2027-02-30", "«2027-02-30» is not a day"), ("until=2027-01-31 until=2027-01-31", "«until=2027-01-31»"),
      ("Until=2027-01-31", "«Until=2027-01-31»"), ("--why", "«--why»"), ("History", "«History»"),
    ])
  func mistakes(rest: String, expected: String) throws {
    let text = baselineText(["# first", "\(Self.digest) rule-a a.txt \(rest)"])
    let error = #expect(throws: BaselineError.self) { try Baseline(text, file: "base") }
    #expect(error?.description.hasPrefix("base:4: \(expected)") == true, "\(String(describing: error))")
  }

  @Test("a percent sign that escapes nothing is an error", arguments: ["a%.txt", "a%2", "a%zz", "%"])
  func escapes(path: String) {
    #expect(throws: BaselineError.self) { try Baseline(baselineText(["\(Self.digest) rule-a \(path)"]), file: "base") }
  }

  @Test("a reason that is no UTF-8 is an error, since it could not be kept")
  func encoding() {
    let text = baselineText(["\(Self.digest) rule-a a.txt -- "]).dropLast() + [0xFF, 10]
    #expect(throws: BaselineError.self) { try Baseline(Array(text), file: "base") }
  }

  @Test(
    "an entry holds on its last day",
    arguments: [("2026-06-16", true), ("2026-06-15", true), ("2026-06-14", false)])
  func expiry(until: String, holds: Bool) throws {
    #expect(try read("\(Self.digest) rule-a a.txt until=\(until)").holds(on: today) == holds)
  }
}
