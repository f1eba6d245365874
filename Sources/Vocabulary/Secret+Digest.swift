internal import CMbedCrypto

extension Secret {
  /// The SHA-256 of the secret's bytes (FIPS 180-4), by which lists of betterleaks name it; `nil` where the value is not known.
  package var sha256: [UInt8]? {
    guard isKnown else { return nil }
    let bytes = revealedBytes()
    var digest = [UInt8](repeating: 0, count: 32)
    guard unsafe stanch_sha256(bytes, bytes.count, &digest) == 0 else { return nil }
    return digest
  }
}
