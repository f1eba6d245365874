internal import CMbedCrypto

/// A keyed digest of a rule and a secret, the identity of a finding across edits, moves and renames.
///
/// HMAC-SHA256 over the rule's id, a NUL and the secret with its line ends as LF; the first 16 bytes in hexadecimal. It
/// holds no path and no line.
package struct Fingerprint: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let hex: String

  /// A fingerprint read back from where it was written.
  package init(hex: String) {
    self.hex = hex
  }

  package init(rule: RuleID, secret: Secret, key: FingerprintKey = .standard) {
    let subject = Array(rule.name.utf8) + [0]
    let value = Fingerprint.withUnixLineEnds(secret.revealedBytes())
    var digest = [UInt8](repeating: 0, count: 32)
    let status = unsafe stanch_hmac_sha256(
      key.bytes, key.bytes.count, subject, subject.count, value, value.count, &digest)
    precondition(status == 0, "HMAC-SHA256 of bytes in memory cannot fail")
    hex = Hexadecimal.string(digest.prefix(16))
  }

  /// Whether a text is what a fingerprint is written as.
  package static func isWellFormed(_ hex: String) -> Bool {
    hex.utf8.count == 32 && hex.utf8.allSatisfy { Hexadecimal.value(of: $0) != nil }
  }

  package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.hex < right.hex }

  package var description: String { hex }

  private static func withUnixLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(13) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { continue }
      result.append(byte)
    }
    return result
  }
}

/// The key of the fingerprints in a report.
package struct FingerprintKey: Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The key of fingerprints written as `stanch/v1`. It separates them from other digests of the same secret.
  package static let standard = FingerprintKey(Array("stanch/v1".utf8))
}
