import Testing

@testable import Structure

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func samples(text: String, encoded: String) {
    #expect(Base64.encoded(bytes(text)) == bytes(encoded))
    #expect(Base64.decoded(bytes(encoded)) == bytes(text))
    let bare = encoded.filter { $0 != "=" }
    #expect(Base64.encoded(bytes(text), .url) == bytes(bare))
    #expect(Base64.decoded(bytes(bare)) == bytes(text))
  }

  @Test func bothAlphabetsAreRead() {
    #expect(Base64.decoded(bytes("+/+/")) == [0xFB, 0xFF, 0xBF])
    #expect(Base64.decoded(bytes("-_-_")) == [0xFB, 0xFF, 0xBF])
    #expect(Base64.encoded([0xFB, 0xFF, 0xBF], .url) == bytes("-_-_"))
  }

  @Test(arguments: ["A", "AAAAA", "AA=A", "A===", "AA\n==", "AAA==", "é", "====", "AB.C"])
  func whatIsNone(text: String) {
    #expect(Base64.decoded(bytes(text)) == nil)
  }

  @Test func everyByteComesBack() {
    for count in 0...70 {
      let all = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      #expect(Base64.decoded(Base64.encoded(all)) == all)
      #expect(Base64.decoded(Base64.encoded(all, .url)) == all)
    }
  }
}
