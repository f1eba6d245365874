import Testing

@testable import IgnoreRules

@Suite struct ScalarsTests {
  @Test("texts are decoded", arguments: ["", "a", "é", "中文", "😀a", "\u{10FFFF}", "\u{0}"])
  func texts(text: String) { #expect(Scalars.of(Array(text.utf8)) == text.unicodeScalars.map(\.value)) }

  @Test(
    "each byte that is no part of a scalar stands for itself",
    arguments: [
      ([0xFF], [0xFFFD]), ([0xC3], [0xFFFD]), ([0xC0, 0x80], [0xFFFD, 0xFFFD]), ([0xE4, 0xB8], [0xFFFD, 0xFFFD]),
      ([0x80, 97], [0xFFFD, 97]),
      ([0xED, 0xA0, 0x80], [0xFFFD, 0xFFFD, 0xFFFD]), ([0xF4, 0x90, 0x80, 0x80], [0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD]),
      ([0xE0, 0x80, 0x80], [0xFFFD, 0xFFFD, 0xFFFD]),
    ] as [([UInt8], [UInt32])])
  func brokenBytes(bytes: [UInt8], expected: [UInt32]) { #expect(Scalars.of(bytes) == expected) }
}
