import Testing

@testable import Structure

@Suite struct RadixNumberTests {
  @Test(arguments: [
    (UInt32(0), "000000"), (61, "00000z"), (62, "000010"), (.max, "4gfFC3"), (35, "00000Z"),
  ])
  func base62(number: UInt32, digits: String) {
    #expect(RadixNumber.digits(number, RadixNumber.base62, count: 6) == bytes(digits))
  }

  @Test func base36() {
    #expect(RadixNumber.digits(.max, RadixNumber.base36, count: 7) == bytes("1z141z3"))
  }
}
