import Testing
import Vocabulary

@testable import Baselines

@Suite struct BaselineTests {
  private func error(_ text: String) -> BaselineError? {
    do throws(BaselineError) {
      _ = try Baseline(Array(text.utf8), file: "base")
      return nil
    } catch {
      return error
    }
  }

  private static let digest = String(repeating: "0123456789abcdef", count: 2)
  private static let head = "stanch-baseline 1\nsalt \(String(repeating: "0a", count: 16))\n"

  @Test("entries in any order, comments, empty lines and the line ends of Windows", arguments: ["\n", "\r\n"])
  func forms(end: String) throws {
    let (one, other) = (finding("one"), finding("two"))
    let lines = ["# why", "", line(other, "-- a reason"), "  \t", "  # indented", line(one, "x3 owner=ada")]
    let baseline = try Baseline(baselineText(lines, end: end), file: "base")
    #expect(baseline.lines.map(\.number) == [5, 8])
    #expect(baseline.entry(of: 0).reason == "a reason")
    #expect(baseline.entry(of: 1).owner == "ada")
    #expect(baseline.entry(of: 1).count == 3)
    #expect(baseline.place(of: 1) == "base:8")
    #expect(baseline.salts.map(\.bytes) == [Array(repeating: 10, count: 16)])
  }

  @Test("what two branches made and git joined line by line is one baseline")
  func joined() throws {
    let (one, other) = (finding("one"), finding("two"))
    let second = ["stanch-baseline 1", "salt " + String(repeating: "0b", count: 16), line(other), line(other)]
    let baseline = try Baseline(baselineText([line(one)] + second), file: "base")
    #expect(baseline.salts.count == 2)
    #expect(baseline.lines.count == 3)
  }

  /// Breaks when a file that is damaged is taken for one that holds less.
  @Test(
    "a damaged file is an error that names the place",
    arguments: [
      ("", "base:1: this is no baseline"), ("\n", "base:1: this is no baseline"), ("[]", "base:1: this is no baseline"),
      ("stanch-baseline 2\n", "base:1: it has another format"), ("stanch-baseline 1", "base: its salt is missing"),
      ("# first\n\(head)", "base:1: this is no baseline"),
      ("stanch-baseline 1\nsalt 0a\n", "base:2: this is no salt"),
      ("stanch-baseline 1\nsalt \(String(repeating: "0x", count: 16))\n", "base:2: this is no salt"),
      (head + "<<<<<<< ours\n", "base:3: here is a merge conflict"),
      (head + "=======\n", "base:3: here is a merge conflict"),
      (head + ">>>>>>> theirs\n", "base:3: here is a merge conflict"),
      (head + "# fine\n\(digest) rule", "base:4: rule or path is missing"),
      (head + "\(digest.dropLast()) rule a.txt", "base:3: it does not begin with a fingerprint"),
    ])
  func damage(text: String, expected: String) {
    #expect(error(text)?.description.hasPrefix(expected) == true, "\(String(describing: error(text)))")
  }

  @Test("errors show nothing of a line but the word that is wrong, and say what to do")
  func hints() {
    #expect(error("{}")?.hint?.contains("stanch baseline create") == true)
    #expect(error(Self.head + "<<<<<<< ours\n")?.hint?.contains("merge=union") == true)
    #expect(error(Self.head + "\(Self.digest) rule a.txt soon")?.hint?.contains("until=YYYY-MM-DD") == true)
  }

  @Test("a finding is looked up by its fingerprint and by each salt's short digest")
  func digests() throws {
    let found = finding()
    let digests = try baseline().digests(of: found.fingerprint).map(\.description)
    #expect(digests.count == 2)
    #expect(digests[0] == found.fingerprint.hex)
    #expect(digests[1].hasPrefix("~") && digests[1].utf8.count == 7)
  }
}
