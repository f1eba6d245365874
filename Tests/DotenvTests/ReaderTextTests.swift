import Testing

@testable import Dotenv

@Suite struct ReaderTextTests {
  private let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test func asItIs() {
    let text = ReaderText(mark + Array("a\r\n".utf8), skippingByteOrderMark: false)
    #expect(text.bytes.count == 6)
    #expect(text.fileRange(3..<6) == 3..<6)
  }

  @Test func withoutAByteOrderMark() {
    let text = ReaderText(mark + Array("abc".utf8), skippingByteOrderMark: true)
    #expect(text.bytes == Array("abc".utf8))
    #expect(text.fileRange(0..<3) == 3..<6)
    #expect(text.fileOffset(3) == 6)
    #expect(ReaderText(Array("abc".utf8), skippingByteOrderMark: true).fileOffset(1) == 1)
  }

  @Test func withoutCarriageReturns() {
    let text = ReaderText(withoutCarriageReturns: Array("a\r\nb\r\rc\r".utf8))
    #expect(text.bytes == Array("a\nbc".utf8))
    #expect((0...4).map(text.fileOffset) == [0, 2, 3, 6, 8])
    #expect(text.fileRange(2..<4) == 3..<7)
    #expect(text.fileRange(4..<4) == 8..<8)
  }

  @Test func universalNewlines() {
    let text = ReaderText(universalNewlines: mark + Array("a\r\nb\rc\n\n\r\r\n".utf8))
    #expect(text.bytes == Array("a\nb\nc\n\n\n\n".utf8))
    #expect((0...9).map(text.fileOffset) == [3, 4, 6, 7, 8, 9, 10, 11, 12, 14])
    #expect(ReaderText(universalNewlines: mark + Array("a\n".utf8)).bytes == Array("a\n".utf8))
    #expect(ReaderText(universalNewlines: Array("\r\n".utf8)).bytes == Array("\n".utf8))
  }

  @Test func searches() {
    let text = ReaderText(Array("ab=c\nd=".utf8), skippingByteOrderMark: true)
    #expect(text.firstIndex(of: .equals, from: 0) == 2)
    #expect(text.firstIndex(of: .equals, from: 3) == 6)
    #expect(text.firstIndex(of: .equals, from: 3, to: 6) == nil)
    #expect(text.lineEnd(from: 0) == 4)
    #expect(text.lineEnd(from: 5) == 7)
  }
}
