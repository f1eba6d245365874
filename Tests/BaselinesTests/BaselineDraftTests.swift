import Testing
import Vocabulary

@testable import Baselines

@Suite struct BaselineDraftTests {
  private let lines = ["one", "two", "three"].map { line(finding($0)) }.sorted()

  private func text(_ draft: BaselineDraft) -> String { String(decoding: draft.bytes, as: UTF8.self) }

  @Test("a sorted file is written as it was, comments and all")
  func roundTrip() throws {
    let text = baselineText([
      "# of the head", "", "# about the first", lines[0], lines[1] + " owner=ada -- why", "# a", "# b", lines[2],
      "# the end",
    ])
    #expect(BaselineDraft(try Baseline(text, file: "base")).bytes == text)
  }

  @Test("entries are sorted by their bytes, each once, and comments go with the entry below them")
  func sorting() throws {
    let text = baselineText(["# about two", lines[2], "# about one", lines[0], lines[2], lines[1]], end: "\r\n")
    let draft = BaselineDraft(try Baseline(text, file: "base"))
    #expect(
      draft.bytes == baselineText(["# about two", "# about one", lines[0], lines[1], lines[2]])
        || draft.bytes == baselineText(["# about one", lines[0], lines[1], "# about two", lines[2]]))
  }

  @Test("a comment of bytes that are no UTF-8 is kept")
  func comments() throws {
    let text = baselineText(["# of the head", lines[0]]) + [35, 0xFF, 10]
    #expect(BaselineDraft(try Baseline(text, file: "base")).bytes == text)
  }

  @Test("the first lines of a second baseline come to the head")
  func joined() throws {
    let salt = "salt " + String(repeating: "0b", count: 16)
    let text = baselineText([lines[1], "stanch-baseline 1", salt, lines[0]])
    #expect(BaselineDraft(try Baseline(text, file: "base")).bytes == baselineText([salt, lines[0], lines[1]]))
  }

  @Test("a new baseline has a salt of its own and can be read")
  func new() throws {
    let (one, other) = (BaselineDraft(), BaselineDraft())
    #expect(one.bytes != other.bytes)
    #expect(try Baseline(one.bytes, file: "base").lines.isEmpty)
    #expect(BaselineDraft(try Baseline(one.bytes, file: "base")).bytes == one.bytes)
    #expect(text(one).hasPrefix("stanch-baseline 1\nsalt "))
  }
}
