/// A set of words of at most sixteen bytes.
struct WordSet: ExpressibleByArrayLiteral {
  /// A power of two of places, at least half of them free; a word stands at the place that its bytes lead to, or behind it.
  private let slots: [UInt128]

  init(arrayLiteral words: Word...) {
    var size = 4
    while size < 2 * words.count + 1 { size *= 2 }
    var slots = [UInt128](repeating: 0, count: size)
    for word in words {
      precondition(word.count <= Word.longest, "a word of a set has sixteen bytes at most")
      slots[WordSet.place(of: word.beginning, in: slots)] = word.beginning
    }
    self.slots = slots
  }

  func contains(_ word: Word) -> Bool {
    (1...Word.longest).contains(word.count) && slots[WordSet.place(of: word.beginning, in: slots)] == word.beginning
  }

  /// Where the word stands, or would.
  private static func place(of word: UInt128, in slots: [UInt128]) -> Int {
    let halves = (low: UInt64(truncatingIfNeeded: word), high: UInt64(truncatingIfNeeded: word &>> 64))
    let folded = (halves.low ^ halves.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    var place = Int(truncatingIfNeeded: folded &>> 32) & (slots.count - 1)
    while slots[place] != 0, slots[place] != word { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
