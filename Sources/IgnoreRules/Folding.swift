/// Letters of ASCII without their case; git folds no others.
@inline(__always)
func folded(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }

extension Collection<UInt8> {
  /// Whether both are the same, byte by byte, or but for the case of letters.
  func equals(_ other: some Collection<UInt8>, ignoringCase: Bool) -> Bool {
    guard count == other.count else { return false }
    return ignoringCase ? elementsEqual(other) { folded($0) == folded($1) } : elementsEqual(other)
  }
}
