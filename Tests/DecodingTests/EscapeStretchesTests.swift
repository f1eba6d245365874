import Testing

@testable import Decoding

@Suite struct EscapeStretchesTests {
  @Test(
    arguments: [
      ([], 100, []), ([3], 100, [0..<100]), ([500], 1000, [340..<660]), ([500, 820], 2000, [340..<980]),
      ([500, 821], 2000, [340..<660, 661..<981]), ([10, 12, 400], 500, [0..<172, 240..<500]),
    ] as [([Int], Int, [Range<Int>])])
  func stretches(ends: [Int], length: Int, expected: [Range<Int>]) {
    #expect(EscapeStretches.all(ends, length: length) == expected)
  }
}
