internal import CMbedCrypto

/// Digests without a key, which other tools know secrets by.
enum PlainDigest {
  static func sha1(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var digest = [UInt8](repeating: 0, count: 20)
    let status = unsafe stanch_sha1(bytes, bytes.count, &digest)
    precondition(status == 0, "SHA-1 of bytes in memory cannot fail")
    return digest
  }

  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let status = unsafe stanch_sha256(bytes, bytes.count, &digest)
    precondition(status == 0, "SHA-256 of bytes in memory cannot fail")
    return digest
  }
}
