/// What a commit's header says of its place in the history, read from its bytes without making text of them.
struct CommitHeader {
  /// Hexadecimal, as written.
  let tree: Range<Int>
  let parents: [Range<Int>]
  /// When it was committed, in seconds since 1970; 0 where git cannot tell either.
  let time: Int

  /// - Returns: `nil` where git would not take the bytes for a commit.
  init?(_ bytes: UnsafeRawBufferPointer, idLength: Int) {
    var lines = unsafe HeaderLines(bytes)
    guard let tree = lines.value(of: "tree ", length: idLength * 2) else { return nil }
    var parents: [Range<Int>] = []
    while let parent = lines.value(of: "parent ", length: idLength * 2) { parents.append(parent) }
    guard !lines.starts(with: "parent ") else { return nil }
    self.tree = tree
    self.parents = parents
    time = lines.committerTime()
  }
}

/// What a tag's header says it names.
struct TagHeader {
  /// Hexadecimal, as written.
  let target: Range<Int>

  init?(_ bytes: UnsafeRawBufferPointer, idLength: Int) {
    var lines = unsafe HeaderLines(bytes)
    guard let target = lines.value(of: "object ", length: idLength * 2) else { return nil }
    self.target = target
  }
}

/// The lines of a header, one after the other.
@safe private struct HeaderLines {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = bytes }

  /// The rest of the line that begins with a word, if it is as long as it has to be; goes on to the next line then.
  mutating func value(of word: StaticString, length: Int) -> Range<Int>? {
    let start = position + word.utf8CodeUnitCount
    guard starts(with: word), unsafe start + length < bytes.count, unsafe bytes[start + length] == 10 else {
      return nil
    }
    position = start + length + 1
    return start..<(start + length)
  }

  func starts(with word: StaticString) -> Bool {
    guard unsafe bytes.count - position >= word.utf8CodeUnitCount else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { unsafe bytes[position + $0] == word.utf8Start[$0] }
  }

  private func endOfLine() -> Int {
    var end = position
    while unsafe end < bytes.count, unsafe bytes[end] != 10 { end += 1 }
    return end
  }

  /// The seconds behind the last `>` of the line `committer`.
  mutating func committerTime() -> Int {
    while unsafe position < bytes.count, !starts(with: "committer ") {
      let end = endOfLine()
      // An empty line ends the header.
      guard end > position else { return 0 }
      position = end + 1
    }
    let end = endOfLine()
    var place = end
    while place > position, unsafe bytes[place - 1] != UInt8(ascii: ">") { place -= 1 }
    guard place > position else { return 0 }
    while place < end, unsafe bytes[place] == UInt8(ascii: " ") { place += 1 }
    var time = 0
    while place < end {
      let digit = unsafe bytes[place] &- UInt8(ascii: "0")
      guard digit < 10, time < Int.max / 16 else { break }
      time = time * 10 + Int(digit)
      place += 1
    }
    return time
  }
}
