import Testing

@testable import Structure

@Suite struct ChecksumTests {
  /// The check value of the catalogues of such sums.
  private let digits = Array("123456789".utf8)

  @Test func crc32() {
    #expect(Checksum.crc32(digits) == 0xCBF4_3926)
    #expect(Checksum.crc32([]) == 0)
  }

  @Test func crc16() {
    #expect(Checksum.crc16(digits) == 0x31C3)
    #expect(Checksum.crc16([]) == 0)
  }

  @Test func crc24() {
    #expect(Checksum.crc24(digits) == 0x21_CF02)
    #expect(Checksum.crc24([]) == 0xB7_04CE)
  }
}
