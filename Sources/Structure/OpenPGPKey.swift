/// A secret key of OpenPGP (RFC 4880, RFC 9580): the first packet of the block, and the block's CRC-24.
enum OpenPGPKey {
  static func judge(_ bytes: [UInt8], checksum: [UInt8]?) -> Judgement? {
    if let checksum {
      guard let stated = Base64.decoded(checksum), stated.count == 3,
        stated.reduce(0, { $0 << 8 | UInt32($1) }) == Checksum.crc24(bytes)
      else { return .broken("its checksum is wrong (CRC-24): it may be made up") }
    }
    guard let packet = secretKeyPacket(bytes) else { return nil }
    let protection = isEncrypted(packet) == true ? ", and a passphrase protects it" : ""
    return checksum == nil
      ? .sound("it begins as a secret key does\(protection)") : .proven("its checksum is right (CRC-24)\(protection)")
  }

  /// The content of the first packet, if that is a secret key (tag 5).
  private static func secretKeyPacket(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var reader = WireReader(bytes[...])
    guard let tag = reader.number(1), tag & 0x80 != 0 else { return nil }
    if tag & 0x40 == 0 {
      guard tag >> 2 & 15 == 5, tag & 3 != 3, let length = reader.number(1 << (tag & 3)) else { return nil }
      return reader.bytes(length)
    }
    guard tag & 0x3F == 5, let first = reader.number(1) else { return nil }
    switch first {
    case ..<192: return reader.bytes(first)
    case ..<224: return reader.number(1).flatMap { reader.bytes((first - 192) << 8 + $0 + 192) }
    case 255: return reader.number(4).flatMap { reader.bytes($0) }
    default: return nil
    }
  }

  /// Whether the secret part of a version 4 key is encrypted; `nil` where that cannot be read.
  private static func isEncrypted(_ packet: ArraySlice<UInt8>) -> Bool? {
    var reader = WireReader(packet)
    guard reader.number(1) == 4, reader.bytes(4) != nil, let algorithm = reader.number(1),
      skipPublicPart(algorithm, &reader), let usage = reader.number(1)
    else { return nil }
    return usage != 0
  }

  /// Section 5.5.2: numbers, each after its length in bits; for curves an object identifier before, and parameters behind.
  private static func skipPublicPart(_ algorithm: Int, _ reader: inout WireReader) -> Bool {
    func skipNumbers(_ count: Int) -> Bool {
      (0..<count).allSatisfy { _ in reader.number(2).flatMap { reader.bytes(($0 + 7) / 8) } != nil }
    }
    func skipField() -> Bool { reader.number(1).flatMap { reader.bytes($0) } != nil }
    switch algorithm {
    case 1, 2, 3: return skipNumbers(2)
    case 16: return skipNumbers(3)
    case 17: return skipNumbers(4)
    case 18: return skipField() && skipNumbers(1) && skipField()
    case 19, 22: return skipField() && skipNumbers(1)
    default: return false
    }
  }
}
