import Testing

@testable import Dotenv

@Suite struct ByteTests {
  @Test func digits() {
    for byte in UInt8.min...UInt8.max {
      let character = Character(Unicode.Scalar(byte))
      let isASCII = byte < 0x80
      #expect(byte.hexadecimalValue.map(Int.init) == (isASCII ? character.hexDigitValue : nil))
      #expect((byte.octalValue != nil) == (isASCII && ("0"..."7").contains(character)))
      #expect(byte.isDigit == (isASCII && ("0"..."9").contains(character)))
      #expect(byte.isLetter == (isASCII && character.isLetter))
    }
  }

  @Test func names() {
    #expect(Array("aZ_".utf8).allSatisfy { $0.beginsName })
    #expect(Array("aZ_09".utf8).allSatisfy { $0.continuesName })
    #expect(!Array("09-. =é".utf8).contains { $0.beginsName })
    #expect(!Array("-. =é".utf8).contains { $0.continuesName })
  }

  @Test func blanks() { #expect((UInt8.min...UInt8.max).filter(\.isBlank) == [9, 32]) }
}
