import Testing

@testable import Scanning

@Suite struct EntropyTests {
  @Test(
    "bits per byte",
    arguments: [
      ([], 0), ([7], 0), ([7, 7, 7], 0), ([1, 2], 1), ([1, 2, 3, 4], 2), ([1, 1, 1, 2], 0.811_278_124_459_132_8),
      (Array(0...255), 8), ([0, 255], 1),
    ] as [([UInt8], Double)])
  func values(bytes: [UInt8], expected: Double) {
    #expect(abs(Entropy.shannon(bytes[...]) - expected) < 1e-12)
    #expect(abs(Entropy.shannon(([9] + bytes + [9, 9]).dropFirst().dropLast(2)) - expected) < 1e-12)
  }
}
