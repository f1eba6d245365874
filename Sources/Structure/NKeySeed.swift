/// A seed of NATS (nkeys): in base 32 two bytes of prefix, 32 of key, and their CRC-16, the lower byte first.
package enum NKeySeed {
  /// The prefix that the encoded text shows as `S`.
  private static let seed: UInt8 = 18 << 3

  private static let kinds: [(letter: Character, prefix: UInt8, name: String)] = [
    ("A", 0, "an account"), ("C", 2 << 3, "a cluster"), ("N", 13 << 3, "a server"), ("O", 14 << 3, "an operator"),
    ("U", 20 << 3, "a user"), ("X", 23 << 3, "a curve key"),
  ]

  static func judge(_ secret: [UInt8]) -> Judgement? {
    guard let bytes = Base32.decoded(secret), bytes.count == 36, bytes[0] & 0xF8 == seed else {
      return .broken("it decodes to no seed of NATS")
    }
    let crc = Checksum.crc16(bytes.dropLast(2))
    guard bytes[34] == UInt8(truncatingIfNeeded: crc), bytes[35] == UInt8(crc >> 8) else {
      return .broken("its checksum is wrong (CRC-16): it may be made up")
    }
    let prefix = (bytes[0] & 7) << 5 | bytes[1] >> 3
    guard let kind = kinds.first(where: { $0.prefix == prefix }) else {
      return .broken("it is the seed of nothing that NATS knows")
    }
    return .proven("its checksum is right (CRC-16), and it is the seed of \(kind.name)")
  }

  /// A seed of the kind that a letter stands for.
  package static func encoded(_ letter: Character, key: [UInt8]) -> [UInt8]? {
    guard let kind = kinds.first(where: { $0.letter == letter }), key.count == 32 else { return nil }
    let bytes = [seed | kind.prefix >> 5, (kind.prefix & 31) << 3] + key
    let crc = Checksum.crc16(bytes)
    return Base32.encoded(bytes + [UInt8(truncatingIfNeeded: crc), UInt8(crc >> 8)])
  }
}
