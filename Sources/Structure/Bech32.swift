/// Bech32 (BIP 173): a name, the digit 1, and data with a checksum in six digits, all in one case.
package enum Bech32 {
  private static let digits = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let generators: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]

  static func judge(_ secret: [UInt8]) -> Judgement? {
    isValid(secret)
      ? .proven("its checksum is right (bech32)") : .broken("its checksum is wrong (bech32): it may be made up")
  }

  static func isValid(_ text: [UInt8]) -> Bool {
    let lower = text.map(lowercased)
    guard text == lower || text == text.map(uppercased), let one = lower.lastIndex(of: UInt8(ascii: "1")), one > 0,
      lower.count - one > 6
    else { return false }
    var data: [UInt8] = []
    for digit in lower[(one + 1)...] {
      guard let value = digits.firstIndex(of: digit) else { return false }
      data.append(UInt8(value))
    }
    return remainder(expanded(lower[..<one]) + data) == 1
  }

  /// - Parameter name: in the case that the whole is to have.
  package static func encoded(name: [UInt8], bytes: [UInt8]) -> [UInt8] {
    let data = fiveBits(bytes)
    let isUpper = name != name.map(lowercased)
    let lower = name.map(lowercased)
    let rest = remainder(expanded(lower[...]) + data + [0, 0, 0, 0, 0, 0]) ^ 1
    let check = (0..<6).map { UInt8(rest >> UInt32(25 - 5 * $0) & 31) }
    let text = lower + [UInt8(ascii: "1")] + (data + check).map { digits[Int($0)] }
    return isUpper ? text.map(uppercased) : text
  }

  private static func fiveBits(_ bytes: [UInt8]) -> [UInt8] {
    var values: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        count -= 5
        values.append(UInt8(bits >> UInt32(count) & 31))
      }
    }
    if count > 0 { values.append(UInt8(bits << UInt32(5 - count) & 31)) }
    return values
  }

  private static func expanded(_ name: ArraySlice<UInt8>) -> [UInt8] {
    name.map { $0 >> 5 } + [0] + name.map { $0 & 31 }
  }

  private static func remainder(_ values: [UInt8]) -> UInt32 {
    values.reduce(1) { check, value in
      let next = (check & 0x1FF_FFFF) << 5 ^ UInt32(value)
      return generators.indices.reduce(next) { check >> (25 + UInt32($1)) & 1 == 0 ? $0 : $0 ^ generators[$1] }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte + 32 : byte }

  private static func uppercased(_ byte: UInt8) -> UInt8 { 97...122 ~= byte ? byte - 32 : byte }
}
