/// The ids of one visitor's records and edges: its own number in the highest bits, a place in its tables below.
struct RecordIDs: Sendable {
  let visitor: Int
  private let placeBits: UInt32

  /// - Parameter visitors: how many there are in all, at the most.
  init(visitor: Int, of visitors: Int) {
    self.visitor = visitor
    placeBits = UInt32(max(visitors - 1, 1).leadingZeroBitCount - (Int.bitWidth - UInt32.bitWidth))
  }

  /// How many ids there are; the last is left out, since it may stand for «none».
  var limit: Int { 1 << Int(placeBits) - 1 }

  func id(_ place: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: visitor) << placeBits | UInt32(truncatingIfNeeded: place)
  }

  /// Whose an id is, and its place there.
  func parts(_ id: UInt32) -> (visitor: Int, place: UInt32) { (Int(id >> placeBits), id & (1 << placeBits - 1)) }
}
