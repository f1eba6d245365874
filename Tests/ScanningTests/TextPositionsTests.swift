import Testing

@testable import Scanning

@Suite struct TextPositionsTests {
  @Test func linesAndColumns() {
    let text = Array("ab\ncd\n\nef".utf8)
    let positions = unsafe TextPositions(of: Set(0...text.count), in: text.span.bytes)
    let expected = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (3, 0), (3, 1), (3, 2)]
    for (offset, place) in expected.enumerated() {
      #expect(positions[offset] == TextPositions.Position(line: place.0, column: place.1), "offset \(offset)")
    }
  }
}
