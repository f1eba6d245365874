import Testing

@testable import Structure

@Suite struct Base32Tests {
  /// RFC 4648, section 10, without what fills up.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ("foobar", "MZXW6YTBOI"),
  ])
  func samples(text: String, encoded: String) {
    #expect(Base32.encoded(bytes(text)) == bytes(encoded))
    #expect(Base32.decoded(bytes(encoded)) == bytes(text))
  }

  @Test(arguments: ["MZXW1", "mzxq", "MZ=", "M Z"])
  func whatIsNone(text: String) {
    #expect(Base32.decoded(bytes(text)) == nil)
  }
}
