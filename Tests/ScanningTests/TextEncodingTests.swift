import Testing

@testable import Scanning

@Suite struct TextEncodingTests {
  @Test(
    "marks, the longer before the shorter",
    arguments: [
      ([0xFF, 0xFE], .utf16LittleEndian, 2), ([0xFE, 0xFF, 0, 65], .utf16BigEndian, 2),
      ([0xFF, 0xFE, 0, 0], .utf32LittleEndian, 4), ([0, 0, 0xFE, 0xFF], .utf32BigEndian, 4),
      ([0xFF, 0xFE, 0], .utf16LittleEndian, 2), ([0xFF, 0xFE, 0, 65], .utf16LittleEndian, 2),
    ] as [([UInt8], TextEncoding, Int)])
  func marks(bytes: [UInt8], encoding: TextEncoding, length: Int) {
    let announced = TextEncoding.announced(by: bytes)
    #expect(announced?.encoding == encoding)
    #expect(announced?.markLength == length)
  }

  @Test(
    "no mark",
    arguments: [[], [0xFF], [0xFE], [0xEF, 0xBB, 0xBF], [0, 0, 0xFE], [0, 0xFF, 0xFE], [65, 66]] as [[UInt8]])
  func noMark(bytes: [UInt8]) { #expect(TextEncoding.announced(by: bytes) == nil) }

  @Test(
    "text that is mostly ASCII is recognised without a mark",
    arguments: [
      ("plain text", TextEncoding.utf16LittleEndian), ("plain text", .utf16BigEndian), ("ab", .utf16LittleEndian),
      ("ab", .utf16BigEndian), ("käse für ünf", .utf16LittleEndian), ("mostly ascii 日本", .utf16BigEndian),
    ])
  func guessed(text: String, encoding: TextEncoding) {
    #expect(TextEncoding.guessed(from: encoded(text, encoding)) == encoding)
  }

  @Test(
    "what is no UTF-16",
    arguments: [
      [], [65, 0], [65, 0, 66], [65, 0, 66, 0, 67], [0, 0, 0, 0], [65, 66, 67, 68], [65, 0, 66, 66, 67, 67, 68, 0],
      [65, 0, 0, 66, 67, 0, 0, 68], Array(repeating: 0, count: 400),
    ] as [[UInt8]])
  func notGuessed(bytes: [UInt8]) { #expect(TextEncoding.guessed(from: bytes) == nil) }

  @Test(
    "a few zeros on the other side are forgiven: less than one in twenty pairs",
    arguments: [(0, true), (4, true), (5, false)])
  func strayZeros(count: Int, isText: Bool) {
    let pairs = (0..<100).flatMap { $0 < count ? [0, 0] : [65, 0] } as [UInt8]
    #expect((TextEncoding.guessed(from: pairs) == .utf16LittleEndian) == isText)
  }

  @Test("more than half of the pairs need their zero", arguments: [(50, false), (51, true)])
  func share(count: Int, isText: Bool) {
    let pairs = (0..<100).flatMap { $0 < count ? [65, 0] : [65, 66] } as [UInt8]
    #expect((TextEncoding.guessed(from: pairs) == .utf16LittleEndian) == isText)
  }
}
