/// An entry of a pack as its index tells of it.
struct PlacedEntry {
  /// Where it begins in the pack.
  let offset: UInt64
  /// Which of the index's names it has; `unnamed` for none.
  let position: UInt32

  /// Of an entry that no index names, but that others are made from.
  static let unnamed = UInt32.max

  /// Sorts by offset, digit by digit: several times faster than by comparison, and a pack has a million of them.
  static func sort(_ entries: inout [PlacedEntry]) {
    let greatest = entries.reduce(0) { max($0, $1.offset) }
    var other = entries
    var shift: UInt64 = 0
    while shift < 64, greatest >> shift > 0 {
      distribute(entries, into: &other, shift: shift)
      swap(&entries, &other)
      shift += digitBits
    }
  }

  private static let digitBits: UInt64 = 11

  private static func distribute(_ entries: [PlacedEntry], into other: inout [PlacedEntry], shift: UInt64) {
    let mask = UInt64(1) << digitBits - 1
    var starts = [Int](repeating: 0, count: 1 << digitBits + 1)
    for entry in entries { starts[Int(entry.offset >> shift & mask) + 1] += 1 }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    for entry in entries {
      let digit = Int(entry.offset >> shift & mask)
      other[starts[digit]] = entry
      starts[digit] += 1
    }
  }
}
