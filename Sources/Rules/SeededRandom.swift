/// Repeatable random texts: SplitMix64 (Steele, Lea, Flood, 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// `count` characters of `alphabet`; the first and last of `ends`, when it is given.
  mutating func text(_ alphabet: String, _ count: Int, ends: String? = nil) -> String {
    let all = Array(alphabet)
    let outer = ends.map(Array.init) ?? all
    var result = ""
    for position in 0..<count {
      let characters = position == 0 || position == count - 1 ? outer : all
      result.append(characters[Int.random(in: characters.indices, using: &self)])
    }
    return result
  }
}
