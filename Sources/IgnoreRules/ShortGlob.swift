/// A pattern of less than 64 tokens, whose places fit one word. Nearly all are; they need no table.
struct ShortGlob: Sendable {
  private let steps: [GlobStep]
  private let sets: [SymbolSet]
  private let optional: UInt64
  private let skippable: UInt64
  let shortest: Int

  /// - Returns: nil for a longer pattern.
  init?(_ tokens: [GlobToken]) {
    guard tokens.count < 64 else { return nil }
    var sets: [SymbolSet] = []
    steps = tokens.map { GlobStep($0, &sets) }
    self.sets = sets
    var (optional, skippable, shortest) = (UInt64(0), UInt64(0), 0)
    for (index, step) in steps.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      if step.kind == .fork {
        optional |= bit
        skippable |= bit
        // The slash that is counted after it need not be there.
        shortest -= 1
      } else if step.isRun {
        optional |= bit
      } else {
        shortest += 1
      }
    }
    (self.optional, self.skippable, self.shortest) = (optional, skippable, shortest)
  }

  @inline(__always)
  func matches(_ text: some Sequence<UInt32>) -> Bool {
    var active = closed(1)
    for symbol in text {
      var (next, waiting) = (UInt64(0), active)
      while waiting != 0 {
        let index = waiting.trailingZeroBitCount
        waiting &= waiting - 1
        guard index < steps.count, steps[index].takes(symbol, sets) else { continue }
        next |= 1 << UInt64(steps[index].isRun ? index : index + 1)
      }
      if next == 0 { return false }
      active = closed(next)
    }
    return active >> UInt64(steps.count) & 1 == 1
  }

  /// With the places that are reached without a symbol.
  @inline(__always)
  private func closed(_ active: UInt64) -> UInt64 {
    var active = active
    while true {
      let grown = active | (active & skippable) << 3 | (active & optional) << 1
      if grown == active { return active }
      active = grown
    }
  }
}
