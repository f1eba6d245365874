/// In which line and column some places of a text stand, counted from 0; columns are bytes.
struct TextPositions {
  struct Position: Equatable {
    let line: Int
    let column: Int
  }

  private var positions: [Int: Position] = [:]

  /// - Parameter offsets: the places that will be asked about, each at most the length of `text`.
  init(of offsets: Set<Int>, in text: borrowing RawSpan) {
    var line = 0
    var lineStart = 0
    var searched = 0
    for offset in offsets.sorted() {
      while let end = text.firstIndex(of: 10, in: searched..<offset) {
        line += 1
        lineStart = end + 1
        searched = end + 1
      }
      searched = offset
      positions[offset] = Position(line: line, column: offset - lineStart)
    }
  }

  subscript(offset: Int) -> Position { positions[offset] ?? Position(line: 0, column: offset) }
}
