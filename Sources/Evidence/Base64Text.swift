/// Text that stands in base64 (RFC 4648, either alphabet, padded or not).
enum Base64Text {
  /// What the value says, when it is base64 of printable ASCII; `nil` otherwise.
  static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    let digits = value.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    guard value.count - digits.count <= 2, digits.count >= 8, digits.count % 4 != 1 else { return nil }
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in digits {
      guard let number = number(of: digit) else { return nil }
      bits = bits << 6 | UInt32(number)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      let byte = UInt8(truncatingIfNeeded: bits >> UInt32(count))
      guard (32..<127).contains(byte) || byte == 10 || byte == 13 else { return nil }
      text.append(byte)
    }
    return text
  }

  private static func number(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 48 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
