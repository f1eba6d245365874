import Testing
import Vocabulary

@testable import Baselines

@Suite struct BaselineDigestTests {
  private func digest(_ text: String) -> BaselineDigest? { BaselineDigest(Array(text.utf8)[...]) }

  @Test(
    "both forms are written as they are read",
    arguments: [
      "00112233445566778899aabbccddeeff", "ffffffffffffffff0000000000000000", "~00ab0f", "~ffffff", "~000000",
    ])
  func forms(text: String) { #expect(digest(text)?.description == text) }

  @Test(
    "what is no digest",
    arguments: [
      "", "~", "00112233445566778899aabbccddeef", "00112233445566778899aabbccddeeff0", "~00ab0", "~00ab0f0", "00ab0f",
      "00112233445566778899AABBCCDDEEFF", "0011223344556677 899aabbccddeeff", "~00ag0f", "~~0ab0f",
    ])
  func others(text: String) { #expect(digest(text) == nil) }

  @Test("a long and a short digest of the same digits differ")
  func kinds() { #expect(digest("~000000") != digest(String(repeating: "0", count: 32))) }

  @Test("the short form depends on the salt, the long one does not")
  func salts() {
    let print = finding().fingerprint
    let (one, other) = (FingerprintKey([1]), FingerprintKey([2]))
    #expect(BaselineDigest(print, salt: one) == BaselineDigest(print, salt: one))
    #expect(BaselineDigest(print, salt: one) != BaselineDigest(print, salt: other))
    #expect(BaselineDigest(print)?.description == print.hex)
  }

  /// Breaks when a baseline lets somebody prove a guess of a password.
  @Test(
    "what somebody may have thought of is told by a short digest",
    arguments: [
      (Confidence.low, 8.0, true), (.medium, 8.0, true), (.medium, 16.0, false), (.high, 8.0, false),
      (.high, 5.0, true),
    ])
  func guessable(confidence: Confidence, entropy: Double, expected: Bool) {
    // The secret has 11 bytes.
    #expect(finding(confidence: confidence, entropy: entropy).isGuessable == expected)
  }
}
