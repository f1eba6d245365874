/// The account in an AWS access key id: after four letters, base 32, whose first bit tells the newer form, and whose next forty are
/// the account's number. Ids made before that, about 2019, say nothing.
package enum AccessKeyID {
  static func judge(_ secret: [UInt8]) -> Judgement? {
    guard secret.count >= 20, let bytes = Base32.decoded(secret.dropFirst(4)), bytes.count >= 6, bytes[0] >= 128 else {
      return nil
    }
    let account = (bytes[..<6].reduce(0) { $0 << 8 | UInt64($1) } & 0x7FFF_FFFF_FF80) >> 7
    let digits = String(account)
    guard digits.count <= 12 else { return .broken("no AWS account has the number in it: it may be made up") }
    return .sound("it belongs to the AWS account \(String(repeating: "0", count: 12 - digits.count))\(digits)")
  }

  /// The sixteen letters and digits after the prefix.
  package static func encoded(account: UInt64, rest: [UInt8]) -> [UInt8] {
    let number = 1 << 47 | (account & 0xFF_FFFF_FFFF) << 7 | UInt64(rest[0] & 127)
    return Base32.encoded((0..<6).map { UInt8(truncatingIfNeeded: number >> UInt64(40 - 8 * $0)) } + rest[1..<5])
  }
}
