import Testing

@testable import Vocabulary

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("", 1), ("a", 1), ("a\n", 2), ("a\nb", 2), ("a\r\nb\r\n", 3), ("\n\n\n", 4), ("a\rb", 1),
  ])
  func countsLines(text: String, count: Int) {
    #expect(LineIndex(Array(text.utf8)).lineCount == count)
  }

  @Test func findsTheLineOfEachByte() {
    let index = LineIndex(Array("ab\ncd\r\n\ne".utf8))
    #expect((0...8).map { index.line(at: $0) } == [1, 1, 1, 2, 2, 2, 2, 3, 4])
  }

  @Test(arguments: [
    ("ab\ncd", ["ab", "cd"]), ("ab\r\ncd\r\n", ["ab", "cd", ""]), ("\r\n\n", ["", "", ""]), ("a\rb\n", ["a\rb", ""]),
    ("", [""]), ("a\r\r\nb", ["a\r", "b"]),
  ])
  func cutsLinesWithoutTheirEnds(text: String, lines: [String]) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    let cut = (1...index.lineCount).map { String(decoding: bytes[index.range(ofLine: $0, in: bytes)], as: UTF8.self) }
    #expect(cut.map { Array($0.utf8) } == lines.map { Array($0.utf8) })
  }

  /// The region of the word `HERE`.
  private func region(in text: [UInt8]) throws -> TextRegion {
    let word = Array("HERE".utf8)
    let start = try #require(text.indices.first { text[$0...].starts(with: word) })
    return LineIndex(text).region(of: start..<start + word.count, in: text)
  }

  @Test(arguments: [
    ("HERE", 1, 1), ("a\nHERE", 2, 1), ("a\r\nb HERE\r\n", 2, 3), ("é日🙂HERE", 1, 4), ("e\u{301}HERE", 1, 3),
    ("日本\r\n\r\n🙂 HERE", 3, 3), ("\tHERE", 1, 2), ("a\rHERE", 1, 3),
  ])
  func countsColumnsInCodePoints(text: String, line: Int, column: Int) throws {
    let expected = TextRegion(startLine: line, startColumn: column, endLine: line, endColumn: column + 4)
    #expect(try region(in: Array(text.utf8)) == expected)
  }

  @Test(arguments: [([0xFF], 2), ([0xFF, 0xFE], 3), ([0xC3, 0x28], 3), ([0x80, 0x80, 0x80], 4), ([0], 2)])
  func countsBytesThatAreNotUTF8OneEach(before: [UInt8], column: Int) throws {
    let region = try region(in: [0x61, 0x0A] + before + Array("HERE".utf8))
    #expect(region.startLine == 2)
    #expect(region.startColumn == column)
  }

  @Test func spansSeveralLines() {
    let bytes = Array("a\r\nkey: one\r\ntwo end".utf8)
    let start = 8
    let region = LineIndex(bytes).region(of: start..<start + 8, in: bytes)
    #expect(region == TextRegion(startLine: 2, startColumn: 6, endLine: 3, endColumn: 4))
  }

  @Test func endsBeforeALineEndThatItTouches() {
    let bytes = Array("ab\ncd".utf8)
    let region = LineIndex(bytes).region(of: 0..<2, in: bytes)
    #expect(region == TextRegion(startLine: 1, startColumn: 1, endLine: 1, endColumn: 3))
  }

  @Test func hasARegionForNothing() {
    let region = LineIndex([]).region(of: 0..<0, in: [])
    #expect(region == TextRegion(startLine: 1, startColumn: 1, endLine: 1, endColumn: 1))
  }
}
