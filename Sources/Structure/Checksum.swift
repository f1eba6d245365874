/// Cyclic redundancy checks, as secrets carry them.
package enum Checksum {
  /// CRC-32 of ISO 3309 and RFC 1952: `123456789` gives CBF43926.
  package static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in table32[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
  }

  /// CRC-16 of XMODEM, the polynomial of CCITT from zero: `123456789` gives 31C3.
  package static func crc16(_ bytes: some Sequence<UInt8>) -> UInt16 {
    bytes.reduce(0) { crc, byte in
      (0..<8).reduce(crc ^ UInt16(byte) << 8) { crc, _ in crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021 }
    }
  }

  /// CRC-24 of OpenPGP (RFC 4880, section 6.1): `123456789` gives 21CF02.
  package static func crc24(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0xB7_04CE) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte) << 16) { crc, _ in
        crc & 0x80_0000 == 0 ? crc << 1 : (crc << 1 ^ 0x86_4CFB) & 0xFF_FFFF
      }
    }
  }

  private static let table32: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
  }
}
