/// How kingfisher tells one finding from another: XXH3 over the secret, the kind of its origin, and where in the text it
/// begins and ends. It holds for one place in one version of a file.
struct KingfisherFingerprint {
  private let value: UInt64
  private static let origins = ["file", "git", "ext"].map { Array($0.utf8) }
  /// Longer lines are not tried in all their parts.
  private static let longestLine = 512

  init(_ value: UInt64) { self.value = value }

  /// Whether it is that of `secret` from this place on.
  func isOf(_ secret: some Collection<UInt8>, at start: Int) -> Bool {
    func littleEndian(_ number: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
    let place = littleEndian(start) + littleEndian(start + secret.count)
    return KingfisherFingerprint.origins.contains { XXH3.hash(Array(secret) + $0 + place) == value }
  }

  /// Whether it is that of one of the places at which a text holds `secret`.
  func isOf(_ secret: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = secret.first else { return false }
    var rest = text[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: secret), isOf(secret, at: start) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether it is that of `secret` somewhere in a text of about this size: lines may have come in above it since.
  func isOf(_ secret: [UInt8], inTextOfSize size: Int) -> Bool {
    (0..<(2 * size + 4096)).contains { isOf(secret, at: $0) }
  }

  /// The part of a line that it is of.
  func part(of line: Range<Int>, in text: [UInt8]) -> ArraySlice<UInt8>? {
    guard line.count <= KingfisherFingerprint.longestLine else { return nil }
    for start in line {
      for end in (start + 1)...line.upperBound where isOf(text[start..<end], at: start) { return text[start..<end] }
    }
    return nil
  }
}
