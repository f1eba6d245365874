import Testing

@testable import Decoding

@Suite struct DecodedTextTests {
  @Test func digitsAreAlwaysChanged() {
    let text = DecodedText(bytes: [1, 2, 3], encoding: "hexadecimal", origin: .hexadecimal(start: 10))
    #expect(text.source(of: 1..<3) == 12..<16)
    #expect(text.isChanged(0..<1))
  }

  @Test(arguments: [
    (0..<3, true, true, false), (0..<3, false, true, true), (0..<3, true, false, true), (1..<2, false, false, false),
  ])
  func cuts(range: Range<Int>, startsWhole: Bool, endsWhole: Bool, isCut: Bool) {
    let text = DecodedText(bytes: [1, 2, 3], encoding: "", origin: .hexadecimal(start: 0))
    #expect(text.isCut(range, startsWhole: startsWhole, endsWhole: endsWhole) == isCut)
  }

  @Test("a base 64 range never goes beyond the digits")
  func ends() {
    let text = DecodedText(bytes: [1, 2], encoding: "", origin: .base64(start: 5, end: 8, width: 1))
    #expect(text.source(of: 0..<2) == 5..<8)
    #expect(text.source(of: 1..<2) == 6..<8)
  }
}
