import Testing

@testable import Structure

@Suite struct Bech32Tests {
  /// BIP 173, test vectors.
  @Test(arguments: [
    "A12UEL5L", "a12uel5l", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "?1ezyfcl",
  ])
  func valid(text: String) {
    #expect(Bech32.judge(bytes(text))?.standing == .proven)
  }

  @Test(arguments: [
    "pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3", "A1G7SGD8", "10a06t8", "1qzzfhee", "A12uEL5L", "",
  ])
  func invalid(text: String) {
    #expect(Bech32.judge(bytes(text))?.standing == .broken)
  }

  @Test(arguments: ["name", "SOME-NAME-"])
  func damage(name: String) {
    let text = Bech32.encoded(name: bytes(name), bytes: (0..<32).map { $0 * 7 })
    #expect(Bech32.isValid(text))
    #expect(text.count == name.utf8.count + 1 + 52 + 6)
    for place in text.indices { #expect(!Bech32.isValid(damaged(text, at: place)) || damaged(text, at: place) == text) }
  }
}
