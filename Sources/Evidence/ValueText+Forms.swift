extension ValueText {
  /// Eight, four, four, four and twelve digits of base 16, joined by hyphens (RFC 9562).
  var isUUID: Bool {
    guard count == 36 else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      [8, 13, 18, 23].contains(place)
        ? byte == UInt8(ascii: "-") : WordCutter.isDigit(byte) || (byte | 32) &- 97 < 6
    }
  }

  /// Words that begin with capitals, and digits behind them.
  var isCamelCase: Bool {
    guard lowercase > 0, uppercase > 0, digits + letters == count else { return false }
    let words = WordCutter.words(of: bytes)
    let isDigits = { (word: ArraySlice<UInt8>) in word.first.map(WordCutter.isDigit) == true }
    return words.dropLast().allSatisfy { !isDigits($0) && $0.count > 1 }
  }

  /// In lower case, with letters for the digits and marks that stand for them in `p4ssw0rd` or `$ecret`.
  var withoutLeet: [UInt8] {
    bytes.map { byte in
      switch byte {
      case UInt8(ascii: "0"): UInt8(ascii: "o")
      case UInt8(ascii: "1"), UInt8(ascii: "!"): UInt8(ascii: "i")
      case UInt8(ascii: "3"): UInt8(ascii: "e")
      case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
      case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
      case UInt8(ascii: "7"): UInt8(ascii: "t")
      default: WordCutter.isUpper(byte) ? byte | 32 : byte
      }
    }
  }
}
