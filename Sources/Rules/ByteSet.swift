/// A set of bytes.
struct ByteSet: Equatable, Sendable {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  static let all = ByteSet(0...255)

  init() {}

  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 128 { low |= 1 << UInt128(byte) } else { high |= 1 << UInt128(byte - 128) }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 128 ? low >> UInt128(byte) & 1 == 1 : high >> UInt128(byte - 128) & 1 == 1
  }

  mutating func formUnion(_ other: ByteSet) {
    low |= other.low
    high |= other.high
  }

  func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func isSubset(of other: ByteSet) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }

  var complement: ByteSet {
    var result = self
    result.low = ~low
    result.high = ~high
    return result
  }

  /// With the other case of every letter of ASCII.
  var caseless: ByteSet {
    var result = self
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where contains(letter) || contains(letter - 32) {
      result.insert(letter)
      result.insert(letter - 32)
    }
    return result
  }
}

extension ByteSet {
  static let digits = ByteSet(48...57)
  static let letters = ByteSet(65...90).union(ByteSet(97...122))
  static let alphanumerics = digits.union(letters)
  static let word = alphanumerics.union(ByteSet([95]))
  static let space = ByteSet(9...13).union(ByteSet([32]))
}
