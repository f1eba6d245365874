import Testing
import Vocabulary

@testable import Git

struct ReferencesLogTests {
  private let old = String(repeating: "1a", count: 20)
  private let new = String(repeating: "2b", count: 20)

  // Breaks when one side of an entry is not read, or the name of nothing counts as an object.
  @Test func `both objects of a line count, and none does not`() {
    let zero = String(repeating: "0", count: 40)
    let text = "\(zero) \(old) A <a@a.example> 1 +0000\tcommit\n\(old) \(new) A <a@a.example> 2 +0000\n"
    let log = ReferencesLog(Array(text.utf8), idLength: 20)
    #expect(Set(log.ids.map(\.description)) == [old, new])
    #expect(log.malformedLines == 0)
  }

  // Breaks when a line that git would not read is guessed at, or ends the reading, or is not counted.
  @Test(arguments: ["", "rubbish", "1a 2b A", "zz", "\u{0}\u{0}"])
  func `malformed lines are counted and the others read`(line: String) {
    let short = "\(old) \(new)"
    let text = "\(line)\n\(old)x\(new) A\n\(short)\n\(old) \(new) A <a@a.example> 2 +0000\n"
    let log = ReferencesLog(Array(text.utf8), idLength: 20)
    #expect(Set(log.ids.map(\.description)) == [old, new])
    #expect(log.malformedLines == (line.isEmpty ? 2 : 3))
  }

  // Breaks when a log of SHA-256 names is read by halves.
  @Test func `the length of names is kept to`() {
    let long = String(repeating: "3c", count: 32)
    let log = ReferencesLog(Array("\(long) \(long) A <a@a.example> 1 +0000\n\(old) \(new) A\n".utf8), idLength: 32)
    #expect(log.ids.map(\.description) == [long])
    #expect(log.malformedLines == 1)
  }
}
