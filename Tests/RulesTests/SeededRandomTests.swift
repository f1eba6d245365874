import Testing

@testable import Rules

@Suite struct SeededRandomTests {
  @Test("the numbers of the published SplitMix64 for seed 1234567")
  func reference() {
    var random = SeededRandom(seed: 1_234_567)
    let numbers = (0..<3).map { _ in random.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("the ends of a text come from their own alphabet")
  func ends() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<100 {
      let text = random.text("-", 5, ends: "ab")
      #expect(text.dropFirst().dropLast() == "---")
      #expect("ab".contains(text.prefix(1)) && "ab".contains(text.suffix(1)))
    }
  }
}
