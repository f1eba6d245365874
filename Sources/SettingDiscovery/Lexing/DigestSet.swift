/// The digests of some words, asked for every word of a text: a table of bits answers nearly always.
struct DigestSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 64)
  private var digests: Set<UInt32> = []

  init(_ words: some Sequence<String> = []) {
    for word in words { insert(WordDigest.of(word)) }
  }

  mutating func insert(_ digest: UInt32) {
    digests.insert(digest)
    bits[Int(digest >> 6 & 63)] |= 1 << UInt64(digest & 63)
  }

  func contains(_ digest: UInt32) -> Bool {
    bits[Int(digest >> 6 & 63)] >> UInt64(digest & 63) & 1 == 1 && digests.contains(digest)
  }

  func union(_ other: DigestSet) -> DigestSet {
    var result = self
    for digest in other.digests { result.insert(digest) }
    return result
  }
}
