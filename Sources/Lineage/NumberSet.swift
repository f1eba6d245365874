/// A set of small numbers, which also numbers its members in ascending order.
struct NumberSet: Sendable {
  private var words: [UInt64]
  /// How many members stand before each word; as of the last `rank()`.
  private var ranks: [UInt32] = []
  private(set) var count = 0

  /// - Parameter limit: the members are smaller than this.
  init(limit: Int) {
    words = [UInt64](repeating: 0, count: (limit + 63) / 64)
  }

  /// Adds a number that is within the limit; whether it is new.
  @discardableResult
  mutating func insert(_ number: Int) -> Bool {
    let bit = UInt64(1) << UInt64(number & 63)
    guard words[number >> 6] & bit == 0 else { return false }
    words[number >> 6] |= bit
    count += 1
    return true
  }

  func contains(_ number: Int) -> Bool {
    guard number >= 0, number >> 6 < words.count else { return false }
    return words[number >> 6] & (1 << UInt64(number & 63)) != 0
  }

  /// Makes `place(of:)` ready; to be called after the last `insert`.
  mutating func rank() {
    ranks = []
    ranks.reserveCapacity(words.count)
    var sum: UInt32 = 0
    for word in words {
      ranks.append(sum)
      sum += UInt32(word.nonzeroBitCount)
    }
  }

  /// How many members are smaller than this member; `nil` for a number that is not in the set.
  func place(of number: Int) -> Int? {
    guard contains(number) else { return nil }
    let below = words[number >> 6] & ((1 << UInt64(number & 63)) - 1)
    return Int(ranks[number >> 6]) + below.nonzeroBitCount
  }

  /// The members, ascending.
  var members: [Int] {
    var members: [Int] = []
    members.reserveCapacity(count)
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        members.append(place << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return members
  }
}
