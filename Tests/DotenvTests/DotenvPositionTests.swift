import Testing

@testable import Dotenv

@Suite struct DotenvPositionTests {
  @Test(
    arguments: [
      ("", [0]), ("a", [0, 1]), ("a\n", [0, 2]), ("a\nb", [0, 2, 3]), ("\n\n", [0, 1, 2]), ("a\r\nb\r\n", [0, 3, 6]),
      ("a\rb\r", [0, 2, 4]), ("\r\r\n\n", [0, 1, 3, 4]), ("\n\r", [0, 1, 2]),
    ])
  func lineStarts(text: String, expected: [Int]) { #expect(LineStarts(Array(text.utf8)).offsets == expected) }

  @Test func lineOfEveryOffset() {
    let text = Array("ab\n\ncd\r\ne".utf8)
    let starts = LineStarts(text)
    #expect((0...text.count).map(starts.line) == [0, 0, 0, 1, 2, 2, 2, 2, 3, 3])
    #expect(starts.count == 4)
    #expect((0..<starts.count).map(starts.range) == [0..<3, 3..<4, 4..<8, 8..<9])
  }

  @Test func columnsAreCodePointsAndBytesThatAreNone() {
    let text: [UInt8] = Array("é🔑".utf8) + [0xFF, 0x41]
    let starts = LineStarts(text)
    #expect([0, 2, 6, 7].map { starts.position(of: $0, in: text).column } == [1, 2, 3, 4])
  }
}
