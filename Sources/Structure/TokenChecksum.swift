internal import Vocabulary

/// A token that ends in the CRC-32 of a part of itself.
package struct TokenChecksum: Sendable {
  /// How the checksum is written.
  package enum Notation: Sendable {
    /// Six digits of base 62.
    case base62
    /// Eight digits of base 16, in the case of the letters given.
    case hexadecimal(upperCase: Bool)
    /// Eight digits of base 16, the lowest byte first.
    case reversedHexadecimal
  }

  let prefixes: [String]
  let notation: Notation
  /// Whether the prefix counts too.
  let countsPrefix: Bool
  /// What stands between the part that is counted and the checksum.
  let separator: String
  /// How many bytes such a token can have, without its prefix; what is longer or shorter is another form of it.
  let lengths: ClosedRange<Int>

  /// GitHub (Behind GitHub's new authentication token formats, 2021): the last six digits after the underscore. The longer form
  /// of `ghs_`, which holds a JWT, has no such checksum, and that of `github_pat_` is not known.
  package static let github = TokenChecksum(
    prefixes: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], notation: .base62, countsPrefix: false, separator: "",
    lengths: 36...76)

  /// npm, in the way of GitHub.
  package static let npm = TokenChecksum(
    prefixes: ["npm_"], notation: .base62, countsPrefix: false, separator: "", lengths: 36...36)

  /// Grafana service accounts: everything before the last underscore.
  package static let grafana = TokenChecksum(
    prefixes: ["glsa_"], notation: .reversedHexadecimal, countsPrefix: true, separator: "_", lengths: 41...41)

  /// Atlassian: everything before the last eight digits, the equals sign too.
  package static let atlassian = TokenChecksum(
    prefixes: ["ATATT3", "ATBB"], notation: .hexadecimal(upperCase: true), countsPrefix: true, separator: "",
    lengths: 32...1000)

  /// Cloudflare (token formats, 2026): the forty digits after the prefix.
  package static let cloudflare = TokenChecksum(
    prefixes: ["cfut_", "cfat_", "cfk_"], notation: .hexadecimal(upperCase: false), countsPrefix: false, separator: "",
    lengths: 48...48)

  /// Zuplo: the part between the underscores.
  package static let zuplo = TokenChecksum(
    prefixes: ["zpka_"], notation: .hexadecimal(upperCase: false), countsPrefix: false, separator: "_", lengths: 41...41
  )

  /// What has to follow `body`, a token up to its separator.
  package func checksum(of body: [UInt8], prefix: String) -> [UInt8] {
    let counted = countsPrefix ? body[...] : body.dropFirst(prefix.utf8.count)
    let crc = Checksum.crc32(counted)
    switch notation {
    case .base62: return RadixNumber.digits(crc, RadixNumber.base62, count: 6)
    case .hexadecimal(let upperCase):
      let digits = TokenChecksum.hexadecimal(crc)
      return upperCase ? Array(String(decoding: digits, as: UTF8.self).uppercased().utf8) : digits
    case .reversedHexadecimal: return TokenChecksum.hexadecimal(crc.byteSwapped)
    }
  }

  /// A token that has its checksum.
  package func token(_ body: [UInt8], prefix: String) -> [UInt8] {
    body + Array(separator.utf8) + checksum(of: body, prefix: prefix)
  }

  func judge(_ secret: [UInt8]) -> Judgement? {
    guard let prefix = prefixes.first(where: { secret.starts(with: $0.utf8) }),
      lengths.contains(secret.count - prefix.utf8.count), !holdsAnotherForm(secret, prefix)
    else { return nil }
    let body = Array(secret.dropLast(digitCount + separator.utf8.count))
    return secret == token(body, prefix: prefix)
      ? .proven("its checksum is right (CRC-32)") : .broken("its checksum is wrong (CRC-32): it may be made up")
  }

  private var digitCount: Int { if case .base62 = notation { 6 } else { 8 } }

  /// A form that ends in no checksum.
  private func holdsAnotherForm(_ secret: [UInt8], _ prefix: String) -> Bool {
    switch notation {
    case .base62: secret.dropFirst(prefix.utf8.count).contains { !RadixNumber.base62.contains($0) }
    default: secret.suffix(digitCount).contains { Hexadecimal.value(of: $0) == nil }
    }
  }

  private static func hexadecimal(_ crc: UInt32) -> [UInt8] {
    Array(Hexadecimal.string((0..<4).map { UInt8(truncatingIfNeeded: crc >> (24 - 8 * $0)) }).utf8)
  }
}
