import Testing

@testable import Scanning

@Suite struct TextDecoderTests {
  private static let wide: [TextEncoding] = [.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian]

  @Test("text comes back as it was", arguments: wide, ["", "a", "ASCII text\r\n", "käse", "日本", "a😀b"])
  func roundTrip(encoding: TextEncoding, text: String) {
    #expect(TextDecoder.text(of: encoded(text, encoding)[...], encoding) == text)
    #expect(TextDecoder.text(of: ([1, 2, 3] + encoded(text, encoding)).dropFirst(3), encoding) == text)
  }

  @Test(
    "a unit that is cut off counts with zeros",
    arguments: [
      (.utf16LittleEndian, [65, 0, 66], "AB"), (.utf16BigEndian, [0, 65, 1], "AĀ"),
      (.utf32LittleEndian, [65, 0, 0, 0, 66], "AB"),
      (.utf32BigEndian, [0, 0, 0, 65, 0, 0], "A\0"), (.utf16LittleEndian, [0x3D, 0xD8], "\u{FFFD}"),
      (.utf32LittleEndian, [0, 0, 0x11, 0], "\u{FFFD}"),
    ] as [(TextEncoding, [UInt8], String)])
  func invalid(encoding: TextEncoding, bytes: [UInt8], expected: String) {
    #expect(TextDecoder.text(of: bytes[...], encoding) == expected)
  }
}
