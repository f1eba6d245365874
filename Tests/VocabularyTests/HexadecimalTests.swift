import Testing

@testable import Vocabulary

@Suite struct HexadecimalTests {
  @Test func isReadBackByteByByte() throws {
    for byte in UInt8.min...UInt8.max {
      let digits = try Hexadecimal.string([byte]).utf8.map { try #require(Hexadecimal.value(of: $0)) }
      #expect(digits[0] << 4 | digits[1] == byte)
    }
  }

  @Test func isLowerCase() {
    #expect(Hexadecimal.string([0x00, 0xAB, 0xFF]) == "00abff")
  }

  @Test(arguments: ["0": 0, "9": 9, "a": 10, "F": 15])
  func takesEitherCase(digit: String, value: UInt8) {
    #expect(digit.utf8.first.flatMap(Hexadecimal.value) == value)
  }

  @Test(arguments: ["/", ":", "@", "G", "`", "g", " ", "\0"])
  func takesNothingElse(digit: String) {
    #expect(digit.utf8.first.flatMap(Hexadecimal.value) == nil)
  }
}
