import Testing
import Vocabulary

@testable import Git

@Suite struct RawDiffTests {
  private static let zero = String(repeating: "0", count: 40)
  private static let one = String(repeating: "1", count: 40)
  private static let two = String(repeating: "2", count: 40)
  private static let long = String(repeating: "ab", count: 32)

  private func read(_ text: String) throws -> RawDiff {
    var reader = RawDiff(Array(text.utf8))
    try reader.read()
    return reader
  }

  private static func side(_ hex: String, _ mode: UInt32) throws -> IndexComparison.Side {
    IndexComparison.Side(object: try #require(ObjectID(hex: Array(hex.utf8))), mode: mode)
  }

  @Test("added, changed, removed, and a change of type")
  func kinds() throws {
    let reader = try read(
      ":000000 100644 \(Self.zero) \(Self.one) A\0new file\0:100644 100755 \(Self.one) \(Self.two) M\0dir/a\tb\nc\0"
        + ":100644 000000 \(Self.one) \(Self.zero) D\0old\0:100644 120000 \(Self.one) \(Self.two) T\0link\0")
    #expect(reader.differences.map(\.path.description) == ["new file", "dir/a\tb\nc", "old", "link"])
    #expect(
      try reader.differences.map(\.index) == [
        Self.side(Self.one, 0o100644), Self.side(Self.two, 0o100755), nil, Self.side(Self.two, 0o120000),
      ])
    #expect(
      try reader.differences.map(\.parent) == [
        nil, Self.side(Self.one, 0o100644), Self.side(Self.one, 0o100644), Self.side(Self.one, 0o100644),
      ])
    #expect(reader.unmerged.isEmpty)
  }

  @Test("names of 32 bytes")
  func longNames() throws {
    let reader = try read(":000000 160000 \(String(repeating: "0", count: 64)) \(Self.long) A\0sub\0")
    #expect(try reader.differences.map(\.index) == [Self.side(Self.long, 0o160000)])
  }

  @Test("a path in conflict is no difference, whichever line comes first", arguments: [true, false])
  func conflicts(first: Bool) throws {
    let conflict = ":000000 000000 \(Self.zero) \(Self.zero) U\0a\0"
    let change = ":100644 100644 \(Self.one) \(Self.two) M\0a\0"
    let reader = try read(
      (first ? conflict + change : change + conflict) + ":000000 100644 \(Self.zero) \(Self.one) A\0b\0")
    #expect(reader.unmerged == [RepositoryPath("a")])
    #expect(reader.differences.map(\.path.description) == ["b"])
  }

  @Test func nothing() throws { #expect(try read("").differences.isEmpty) }

  @Test(
    "what is not in the raw format is an error",
    arguments: [
      "x", ":", ":\0", ":100644\0a\0", ":100644 100644 \(one) \(two) M\0a", ":100644 100644 \(one) \(two) M", "\0\0",
      ":100644 100644 \(one) \(two)\0a\0", ":10064x 100644 \(one) \(two) M\0a\0", ":100644 100644 12 \(two) M\0a\0",
      ":100644 100644 \(one) \(two.dropLast())x M\0a\0", ":-1 100644 \(one) \(two) M\0a\0",
    ])
  func malformed(text: String) {
    let error = #expect(throws: GitError.self) { try read(text) }
    #expect(error?.code == .corrupt)
  }
}
