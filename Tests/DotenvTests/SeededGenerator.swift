/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Not by the standard library, whose way from bits to numbers may change, and recorded readings with it.
  mutating func number(in range: Range<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }

  mutating func isChosen(oneIn count: Int) -> Bool { number(in: 0..<count) == 0 }

  mutating func choice<Element>(_ elements: [Element]) -> Element { elements[number(in: 0..<elements.count)] }
}
