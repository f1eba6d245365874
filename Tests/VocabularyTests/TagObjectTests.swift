import Testing

@testable import Vocabulary

@Suite struct TagObjectTests {
  private static let id = ObjectID(bytes: [UInt8](repeating: 1, count: 20))
  private static let start = "object " + String(repeating: "a", count: 40) + "\ntype commit\n"

  private func tag(_ text: String) throws -> TagObject { try TagObject(Array(text.utf8), id: TagObjectTests.id) }

  /// Breaks when a field is taken for another, or the message does not come first.
  @Test func everythingHasItsPlace() throws {
    let tag = try tag(TagObjectTests.start + "tag v1\ntagger Ada <a@b> 5 +0100\n\nmessage")
    #expect(tag.object == ObjectID(bytes: [UInt8](repeating: 0xAA, count: 20)))
    #expect((tag.kind, tag.name, tag.tagger) == ("commit", "v1", "Ada <a@b>"))
    #expect(tag.origin == Origin(id: TagObjectTests.id, author: "Ada <a@b>", time: GitTime(seconds: 5, zone: 60)))
    #expect(String(decoding: tag.text, as: UTF8.self) == "message\ntag v1\ntagger Ada <a@b> 5 +0100\n")
  }

  /// Breaks when tags of git's first months, which name no tagger, are refused.
  @Test func aTaggerMayBeMissing() throws {
    let tag = try tag(TagObjectTests.start + "tag v1\n\nm\n")
    #expect(tag.tagger == nil)
    #expect(tag.origin.author.isEmpty)
    #expect(String(decoding: tag.text, as: UTF8.self) == "m\ntag v1\n")
  }

  @Test(arguments: ["", "object 12\ntype commit\n", "type commit\n", "object " + String(repeating: "a", count: 40)])
  func aTagForNothingIsAnError(_ text: String) {
    #expect(throws: ObjectFormatError.self) { try tag(text) }
  }
}
