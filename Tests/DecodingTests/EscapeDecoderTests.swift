import Testing

@testable import Decoding

@Suite struct EscapeDecoderTests {
  private static func decoded(_ text: String) -> DecodedText? {
    let bytes = Array(text.utf8)
    return unsafe EscapeDecoder.text(in: 0..<bytes.count, of: bytes.span.bytes)
  }

  @Test(
    "each kind of escape",
    arguments: [
      ("a%3Db%3d", "a=b=", "percent encoding"), ("100%25", "100%", "percent encoding"),
      ("%C3%A9", "é", "percent encoding"),
      (#"a\u003db"#, "a=b", "Unicode escapes"), (#"a\\u003Db"#, "a=b", "Unicode escapes"),
      (#"\ud83d\ude00!"#, "\u{1F600}!", "Unicode escapes"), (#"\ud83d!"#, "\u{FFFD}!", "Unicode escapes"),
      ("&quot;a&apos;&amp;", "\"a'&", "HTML entities"), ("&#61;&#x3D;&#X3d;", "===", "HTML entities"),
      ("&#x1F600;", "\u{1F600}", "HTML entities"), ("&#xFFFFFF;", "\u{FFFD}", "HTML entities"),
      (#"%3d\u003d&#61;"#, "===", "HTML entities and Unicode escapes and percent encoding"),
    ])
  func kinds(text: String, expected: String, encoding: String) throws {
    let decoded = try #require(Self.decoded(text))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == expected)
    #expect(decoded.encoding == encoding)
    #expect(decoded.source(of: 0..<decoded.bytes.count) == 0..<text.utf8.count)
  }

  @Test(
    "what is no escape stays",
    arguments: [
      "", "a", "%", "%4", "%zz", "\\", "\\u", "\\u12", "\\u12x4", "\\n", "&", "&;", "&#;", "&#x;", "&#zz;", "&unknown;",
      "& a ;", "&#1234567890123;",
    ])
  func noEscapes(text: String) {
    #expect(Self.decoded(text) == nil)
    #expect(Self.decoded(text + "%3d").map { String(decoding: $0.bytes, as: UTF8.self) } == text + "=")
  }

  @Test func places() throws {
    let bytes = Array("....ab%3Dcd&quot;e".utf8)
    let decoded = try #require(unsafe EscapeDecoder.text(in: 4..<bytes.count, of: bytes.span.bytes))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "ab=cd\"e")
    #expect(decoded.source(of: 0..<2) == 4..<6)
    #expect(decoded.source(of: 1..<4) == 5..<10)
    #expect(decoded.source(of: 5..<6) == 11..<17)
    #expect(decoded.source(of: 6..<7) == 17..<18)
    #expect(!decoded.isChanged(0..<1))
    #expect(decoded.isChanged(2..<3))
    // What is beside a match decides whether it is one.
    #expect(decoded.isChanged(3..<4))
    #expect(decoded.isChanged(6..<7))
  }
}
