/// A place in a dotenv file: the offset in bytes from 0, the line from 1, and the column from 1 in code points.
package struct DotenvPosition: Hashable, Sendable {
  package let offset: Int
  package let line: Int
  package let column: Int
}

/// Where the lines of a file begin. A line ends at LF, at CR LF, or at a CR alone.
struct LineStarts: Sendable {
  /// The offset of the first byte of each line, and the end of the file.
  private(set) var offsets: [Int]

  init(_ bytes: [UInt8]) {
    var offsets = [0]
    for index in bytes.indices {
      let isEnd =
        bytes[index] == .newline
        || bytes[index] == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != .newline)
      if isEnd, index + 1 < bytes.count { offsets.append(index + 1) }
    }
    if !bytes.isEmpty { offsets.append(bytes.count) }
    self.offsets = offsets
  }

  var count: Int { offsets.count - 1 }

  /// The bytes of a line, counted from 0, with its line end.
  func range(of line: Int) -> Range<Int> { offsets[line]..<offsets[line + 1] }

  /// The line, counted from 0, that holds the byte at `offset`; of the end of the file, the last one.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, max(count, 1))
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func position(of offset: Int, in bytes: [UInt8]) -> DotenvPosition {
    let line = line(at: offset)
    let column = String(decoding: bytes[offsets[line]..<max(offset, offsets[line])], as: UTF8.self).unicodeScalars.count
    return DotenvPosition(offset: offset, line: line + 1, column: column + 1)
  }
}
