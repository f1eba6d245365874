import Suppression
import Testing
import Vocabulary

@testable import Baselines

@Suite struct BaselineLineTests {
  private static let digest = "~0a1b2c"

  private func problem(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    do throws(BaselineLine.Problem) {
      _ = try BaselineLine(bytes.span, 0..<bytes.count, number: 1)
      return nil
    } catch {
      return error.text
    }
  }

  @Test func whatAPersonMayWrite() throws {
    let bytes = Array("  \(Self.digest)\tr a%20b x3 history owner=me until=2027-01-31 -- why,  é\r".utf8)
    let line = try BaselineLine(bytes.span, 2..<(bytes.count - 1), number: 7)
    let entry = line.entry(bytes)
    #expect(line.number == 7)
    #expect(line.range == 2..<(bytes.count - 1))
    #expect(entry.digest.description == Self.digest)
    #expect(entry.rule.name == "r")
    #expect(entry.path?.description == "a b")
    #expect(entry.count == 3)
    #expect(entry.isHistory)
    #expect(entry.owner == "me")
    #expect(entry.until == CalendarDate("2027-01-31"))
    #expect(entry.reason == "why,  é")
  }

  @Test(
    "what is no line, and why",
    arguments: [
      ("r a", "it does not begin with a fingerprint"), ("~0a1b2 r a", "it does not begin with a fingerprint"),
      ("~0a1b2g r a", "it does not begin with a fingerprint"), ("~0A1b2c r a", "it does not begin with a fingerprint"),
      ("~0a1b2: r a", "it does not begin with a fingerprint"), ("~0a1b2` r a", "it does not begin with a fingerprint"),
      ("\(digest)", "rule or path is missing"), ("\(digest) r", "rule or path is missing"),
      ("\(digest) r a%2", "a % in rule or path is not followed by two hexadecimal digits"),
      ("\(digest) r% a", "a % in rule or path is not followed by two hexadecimal digits"),
      ("\(digest) r a%%20", "a % in rule or path is not followed by two hexadecimal digits"),
      ("\(digest) r a until=2027-02-30", "«2027-02-30» is not a day"), ("\(digest) r a until=", "«» is not a day"),
      ("\(digest) r a x1", "«x1» means nothing here"), ("\(digest) r a x2 x3", "«x3» means nothing here"),
      ("\(digest) r a owner=", "«owner=» means nothing here"), ("\(digest) r a histor", "«histor» means nothing here"),
      ("\(digest) r a historyx", "«historyx» means nothing here"), ("\(digest) r a ---", "«---» means nothing here"),
    ])
  func problems(line: String, expected: String) { #expect(problem(line) == expected) }

  @Test(
    "what is right", arguments: ["\(digest) r a", "\(digest) r * x2", "\(digest) %41 %2a --", "\(digest) r a -- --"])
  func rightLines(line: String) { #expect(problem(line) == nil) }

  /// Breaks when a reason that is no UTF-8 is shown as something else.
  @Test(arguments: [" owner=", " -- "])
  func whatIsNoText(before: String) {
    let bytes = Array("\(Self.digest) r a\(before)".utf8) + [0xC3, 0x28]
    #expect(throws: BaselineLine.Problem.self) { try BaselineLine(bytes.span, 0..<bytes.count, number: 1) }
  }
}
