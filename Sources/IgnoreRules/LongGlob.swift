/// A pattern of 64 tokens and more, with a table of what each symbol does to all of its places at once.
struct LongGlob: Sendable {
  private let tokens: [GlobToken]
  /// For each of the first 256 symbols, which row of `advance` and `stay` is its own.
  private let rows: [UInt16]
  private let words: Int
  /// Row by row: the tokens that a symbol completes.
  private let advance: [UInt64]
  /// Row by row: the tokens that take a symbol and stay.
  private let stay: [UInt64]
  /// The tokens that may match nothing.
  private let optional: [UInt64]
  /// The tokens that may be left out with the two after them.
  private let skippable: [UInt64]
  /// The least number of symbols that can match.
  let shortest: Int

  init(_ tokens: [GlobToken]) {
    self.tokens = tokens
    words = tokens.count / 64 + 1
    (optional, skippable, shortest) = LongGlob.shape(tokens, words)
    var table = GlobTable(tokens, words: words)
    rows = table.makeRows()
    (advance, stay) = (table.advance, table.stay)
  }

  private static func shape(_ tokens: [GlobToken], _ words: Int) -> ([UInt64], [UInt64], Int) {
    var (optional, skippable) = ([UInt64](repeating: 0, count: words), [UInt64](repeating: 0, count: words))
    var shortest = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .symbol, .one: shortest += 1
      case .many: optional.set(index)
      case .fork:
        optional.set(index)
        skippable.set(index)
        // The slash that is counted next need not be there.
        shortest -= 1
      }
    }
    return (optional, skippable, shortest)
  }

  /// Whether the whole of `text` matches.
  func matches(_ text: some Sequence<UInt32>) -> Bool {
    var active = [UInt64](repeating: 0, count: words)
    active.set(0)
    close(&active)
    for symbol in text {
      guard step(&active, symbol) else { return false }
    }
    return active.has(tokens.count)
  }

  /// Goes past one symbol; false if nothing can match any more.
  private func step(_ active: inout [UInt64], _ symbol: UInt32) -> Bool {
    guard symbol < 256 else { return stepHigh(&active, symbol) }
    let row = Int(rows[Int(symbol)]) * words
    var (carry, any) = (UInt64(0), UInt64(0))
    for word in 0..<words {
      let done = active[word] & advance[row + word]
      active[word] = (done << 1) | carry | (active[word] & stay[row + word])
      carry = done >> 63
      any |= active[word]
    }
    guard any != 0 else { return false }
    close(&active)
    return true
  }

  /// The same for a symbol that has no row.
  private func stepHigh(_ active: inout [UInt64], _ symbol: UInt32) -> Bool {
    var next = [UInt64](repeating: 0, count: words)
    for (index, token) in tokens.enumerated() where active.has(index) {
      switch token {
      case .symbol(let own): if own == symbol { next.set(index + 1) }
      case .one(let set): if set.contains(symbol) { next.set(index + 1) }
      case .many(let set): if set.contains(symbol) { next.set(index) }
      case .fork: continue
      }
    }
    active = next
    close(&active)
    return active.contains { $0 != 0 }
  }

  /// Adds the places that are reached without a symbol.
  private func close(_ active: inout [UInt64]) {
    var grew = true
    while grew {
      grew = false
      var (carry, far) = (UInt64(0), UInt64(0))
      for word in 0..<words {
        let before = active[word]
        let (skips, passes) = (before & skippable[word], before & optional[word])
        active[word] |= (passes << 1) | carry | (skips << 3) | far
        (carry, far) = (passes >> 63, skips >> 61)
        if active[word] != before { grew = true }
      }
    }
  }
}

extension [UInt64] {
  mutating func set(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }
  func has(_ bit: Int) -> Bool { self[bit >> 6] & (1 << UInt64(bit & 63)) != 0 }
}
