internal import CMbedCrypto

/// Base58Check: a version, a payload and the first four bytes of the SHA-256 of their SHA-256, as Bitcoin writes private keys (WIF)
/// and extended keys (BIP 32).
package enum Base58Check {
  private static let digits = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  static func judge(_ secret: [UInt8]) -> Judgement? {
    guard let bytes = decoded(secret), bytes.count > 4, checksum(bytes.dropLast(4)) == Array(bytes.suffix(4)) else {
      return .broken("its checksum is wrong (base58check): it may be made up")
    }
    return .proven("its checksum is right (base58check)")
  }

  package static func encoded(_ payload: [UInt8]) -> [UInt8] {
    let bytes = payload + checksum(payload[...])
    var number: [UInt8] = []
    for byte in bytes {
      var carry = Int(byte)
      for place in number.indices {
        carry += Int(number[place]) << 8
        number[place] = UInt8(carry % 58)
        carry /= 58
      }
      while carry > 0 {
        number.append(UInt8(carry % 58))
        carry /= 58
      }
    }
    let zeros = bytes.prefix { $0 == 0 }.count
    return Array(repeating: digits[0], count: zeros) + number.reversed().map { digits[Int($0)] }
  }

  private static func decoded(_ text: [UInt8]) -> [UInt8]? {
    var number: [UInt8] = []
    for digit in text {
      guard var carry = digits.firstIndex(of: digit) else { return nil }
      for place in number.indices {
        carry += Int(number[place]) * 58
        number[place] = UInt8(truncatingIfNeeded: carry)
        carry >>= 8
      }
      while carry > 0 {
        number.append(UInt8(truncatingIfNeeded: carry))
        carry >>= 8
      }
    }
    return Array(repeating: 0, count: text.prefix { $0 == digits[0] }.count) + number.reversed()
  }

  private static func checksum(_ payload: ArraySlice<UInt8>) -> [UInt8] {
    Array(sha256(sha256(Array(payload))).prefix(4))
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let status = unsafe stanch_sha256(bytes, bytes.count, &digest)
    precondition(status == 0, "SHA-256 of bytes in memory cannot fail")
    return digest
  }
}
