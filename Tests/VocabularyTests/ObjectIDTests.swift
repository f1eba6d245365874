import Testing

@testable import Vocabulary

@Suite struct ObjectIDTests {
  private static let sha1 = "0123456789abcdef0123456789abcdef01234567"
  private static let sha256 = sha1 + "89abcdef0123456789abcdef"

  @Test(arguments: [sha1, sha256])
  func isReadBackFromItsText(hex: String) throws {
    let id = try #require(ObjectID(hex: hex.utf8))
    #expect(id.description == hex)
    #expect(id.bytes.count == hex.utf8.count / 2)
    #expect(ObjectID(hex: hex.uppercased().utf8) == id)
  }

  @Test(arguments: [
    "", "0123", String(sha1.dropLast()), sha1 + "0", String(sha256.dropLast()), "g" + sha1.dropFirst(),
    sha1.dropLast() + " ", String(repeating: "é", count: 20),
  ])
  func isNotReadFromAnythingElse(text: String) {
    #expect(ObjectID(hex: text.utf8) == nil)
  }

  @Test(arguments: [20, 32])
  func knowsTheNameOfNoObject(length: Int) {
    var bytes = [UInt8](repeating: 0, count: length)
    #expect(ObjectID(bytes: bytes).isZero)
    bytes[length - 1] = 1
    #expect(!ObjectID(bytes: bytes).isZero)
  }
}
