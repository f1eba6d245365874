/// Base 64 (RFC 4648, sections 4 and 5), read in either alphabet.
package enum Base64 {
  package enum Alphabet: Sendable {
    /// `+` and `/`, filled up with `=`.
    case standard
    /// `-` and `_`, not filled up.
    case url
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let standard = Array((letters + "+/").utf8)
  private static let url = Array((letters + "-_").utf8)

  /// 64 for what is no digit.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for alphabet in [standard, url] {
      for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
    }
    return values
  }()

  package static func isDigit(_ byte: UInt8) -> Bool { values[Int(byte)] < 64 }

  /// The bytes that a text stands for, filled up or not; `nil` when it is not base 64. Bits that are left over are not asked.
  package static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var digits = text
    var filling = 0
    while digits.last == UInt8(ascii: "="), filling < 2 {
      digits.removeLast()
      filling += 1
    }
    let rest = digits.count % 4
    guard rest != 1, filling == 0 || rest + filling == 4 || rest == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var count = 0
    for digit in digits {
      let value = values[Int(digit)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  package static func decoded(_ text: [UInt8]) -> [UInt8]? { decoded(text[...]) }

  package static func encoded(_ bytes: [UInt8], _ alphabet: Alphabet = .standard) -> [UInt8] {
    let digits = alphabet == .url ? url : standard
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for digit in 0...group.count { text.append(digits[Int(bits >> UInt32(18 - 6 * digit) & 63)]) }
      if alphabet == .standard { text += Array(repeating: UInt8(ascii: "="), count: 3 - group.count) }
    }
    return text
  }
}
