import Testing

@testable import Structure

@Suite struct NKeySeedTests {
  @Test(arguments: [
    ("A", "an account"), ("C", "a cluster"), ("N", "a server"), ("O", "an operator"), ("U", "a user"),
    ("X", "a curve key"),
  ])
  func kinds(letter: Character, name: String) throws {
    let seed = try #require(NKeySeed.encoded(letter, key: (0..<32).map { $0 * 5 }))
    #expect(seed.count == 58)
    #expect(String(decoding: seed, as: UTF8.self).hasPrefix("S\(letter)"))
    #expect(NKeySeed.judge(seed) == .proven("its checksum is right (CRC-16), and it is the seed of \(name)"))
    for place in [3, 20, 40, 56] {
      var other = seed
      other[place] = other[place] == UInt8(ascii: "Q") ? UInt8(ascii: "R") : UInt8(ascii: "Q")
      #expect(NKeySeed.judge(other)?.standing == .broken)
    }
  }

  @Test(arguments: ["", "SUAAA", "not base32", String(repeating: "A", count: 58)])
  func whatIsNone(text: String) {
    #expect(NKeySeed.judge(bytes(text))?.standing == .broken)
  }

  @Test func unknownKinds() {
    #expect(NKeySeed.encoded("B", key: Array(repeating: 0, count: 32)) == nil)
    #expect(NKeySeed.encoded("U", key: []) == nil)
  }
}
