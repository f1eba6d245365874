/// GitLab's routable tokens (Cells, routable tokens): a payload in base64url, in newer ones a version, then the payload's length
/// in two digits of base 36 and the CRC-32 of everything before in seven.
package enum RoutableToken {
  private static let point = UInt8(ascii: ".")

  static func judge(_ secret: [UInt8]) -> Judgement? {
    let parts = secret.split(separator: point, omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.last?.count == 9 else { return nil }
    let body = secret.dropLast(7)
    guard body + RadixNumber.digits(Checksum.crc32(body), RadixNumber.base36, count: 7) == secret[...] else {
      return .broken("its checksum is wrong (CRC-32): it may be made up")
    }
    return .proven("its checksum is right (CRC-32)")
  }

  /// A token of this form.
  package static func token(prefix: [UInt8], payload: [UInt8], version: String? = nil) -> [UInt8] {
    let encoded = Base64.encoded(payload, .url)
    let length = RadixNumber.digits(UInt32(encoded.count), RadixNumber.base36, count: 2)
    let body = prefix + encoded + [point] + Array((version.map { $0 + "." } ?? "").utf8) + length
    return body + RadixNumber.digits(Checksum.crc32(body), RadixNumber.base36, count: 7)
  }
}
