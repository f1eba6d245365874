/// Where the lines of a text begin. A line ends at LF; a CR before it belongs to the line end.
package struct LineIndex: Sendable {
  /// The offset of each line's first byte.
  private let starts: [Int]
  private let length: Int

  package init(_ bytes: borrowing [UInt8]) {
    var starts = [0]
    for index in bytes.indices where bytes[index] == 10 {
      starts.append(index + 1)
    }
    self.starts = starts
    length = bytes.count
  }

  package var lineCount: Int { starts.count }

  /// The line, from 1, that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, from 1, without its line end.
  package func range(ofLine line: Int, in bytes: borrowing [UInt8]) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : length
    if end > start, end <= bytes.count, bytes[end - 1] == 13 { end -= 1 }
    return start..<max(start, end)
  }

  /// The region of `range`, with columns in code points; bytes that are not UTF-8 count one each.
  package func region(of range: Range<Int>, in bytes: borrowing [UInt8]) -> TextRegion {
    let startLine = line(at: range.lowerBound)
    let endLine = line(at: max(range.lowerBound, range.upperBound - 1))
    return TextRegion(
      startLine: startLine,
      startColumn: column(of: range.lowerBound, line: startLine, in: bytes),
      endLine: endLine,
      endColumn: column(of: range.upperBound, line: endLine, in: bytes))
  }

  private func column(of offset: Int, line: Int, in bytes: borrowing [UInt8]) -> Int {
    let start = starts[line - 1]
    return String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1
  }
}
