import Testing

@testable import Structure

@Suite struct OpenPGPKeyTests {
  private static func content(usage: UInt8) -> [UInt8] {
    [4, 0, 0, 0, 0, 1] + [0, 9, 1, 1] + [0, 3, 5] + [usage, 1, 2, 3]
  }

  private static func checksum(_ packet: [UInt8]) -> [UInt8] {
    let crc = Checksum.crc24(packet)
    return Base64.encoded([UInt8(crc >> 16), UInt8(crc >> 8 & 255), UInt8(crc & 255)])
  }

  /// Packets of the older and the newer format, and with each size of length.
  private static func packets(_ content: [UInt8]) -> [[UInt8]] {
    let count = UInt8(content.count)
    return [
      [0x94, count] + content, [0x95, 0, count] + content, [0x96, 0, 0, 0, count] + content, [0xC5, count] + content,
      [0xC5, 255, 0, 0, 0, count] + content,
    ]
  }

  @Test(arguments: [(UInt8(0), ""), (254, ", and a passphrase protects it"), (255, ", and a passphrase protects it")])
  func secretKeys(usage: UInt8, words: String) {
    for packet in Self.packets(Self.content(usage: usage)) {
      #expect(
        OpenPGPKey.judge(packet, checksum: Self.checksum(packet)) == .proven("its checksum is right (CRC-24)\(words)"))
      #expect(OpenPGPKey.judge(packet, checksum: nil) == .sound("it begins as a secret key does\(words)"))
      #expect(OpenPGPKey.judge(packet, checksum: bytes("AAAA"))?.standing == .broken)
      #expect(OpenPGPKey.judge(packet, checksum: bytes("AA"))?.standing == .broken)
    }
  }

  @Test func otherPackets() {
    for packet in [
      [UInt8](), [0x98, 1, 0], [0xC6, 1, 0], [0x05, 1, 0], [0xC5, 230, 0], [0xC5, 9, 0], [0xC5], [0x97, 0],
    ] {
      #expect(OpenPGPKey.judge(packet, checksum: nil) == nil)
    }
  }

  @Test func lengthsOfTwoBytes() {
    let content = Self.content(usage: 0) + Array(repeating: 7, count: 300)
    let length = content.count - 192
    let packet = [0xC5, UInt8(length >> 8 + 192), UInt8(length & 255)] + content
    #expect(OpenPGPKey.judge(packet, checksum: nil) == .sound("it begins as a secret key does"))
  }
}
