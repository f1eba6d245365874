/// What a visitor knows of a tree whose deltas it will be shown: where its entries are, and which are followed.
package struct TreeState: Sendable {
  let record: UInt32
  /// Where each entry begins, and where the last one ends.
  let starts: [UInt32]
  /// The places among its entries of those that are followed, ascending, and their edges.
  let followed: [UInt32]
  let edges: [UInt32]
  /// Whether an edge may stand in `edges` more than once.
  let isRepetitive: Bool

  /// The place of the entry that begins at an offset.
  func entry(at offset: Int) -> Int? {
    let place = TreeState.lowerBound(starts, offset)
    return place < starts.count - 1 && Int(starts[place]) == offset ? place : nil
  }

  /// How many entries end at an offset or before it.
  func entries(before offset: Int) -> Int { max(0, TreeState.lowerBound(starts, offset + 1) - 1) }

  /// The places in `followed` of those that are in a range of entries.
  func followed(in entries: Range<Int>) -> Range<Int> {
    let start = TreeState.lowerBound(followed, entries.lowerBound)
    var end = start
    while end < followed.count, Int(followed[end]) < entries.upperBound { end += 1 }
    return start..<end
  }

  private static func lowerBound(_ numbers: [UInt32], _ number: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
