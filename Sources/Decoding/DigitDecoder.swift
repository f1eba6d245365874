internal import Structure
internal import Vocabulary

/// Decodes runs of digits of base 64 and base 16 that hold text.
package enum DigitDecoder {
  /// So many first bytes have to be text, or the run is a digest, an image, a name: nearly all runs are.
  private static let judged = 12
  /// In the first bytes of a run may stand a name that ends in a digit of base 64 which separates: `token_eyJ…`.
  private static let longestName = 24

  /// The text in a run; `nil` when it holds none.
  package static func text(in run: Range<Int>, of bytes: borrowing RawSpan) -> DecodedText? {
    if run.count.isMultiple(of: 2), beginsAsHexadecimal(bytes, run.lowerBound),
      let decoded = hexadecimal(array(bytes, run), at: run.lowerBound)
    {
      return decoded
    }
    var start = run.lowerBound
    while run.upperBound - start >= DigitRuns.shortest {
      if beginsAsBase64(bytes, start), let width = width(array(bytes, start..<(start + 2 * judged))),
        let decoded = base64(array(bytes, start..<run.upperBound), width, at: start)
      {
        return decoded
      }
      let names = start..<min(run.upperBound, run.lowerBound + longestName)
      guard let separator = names.first(where: { isSeparator(byte(bytes, $0)) }) else { return nil }
      start = separator + 1
    }
    return nil
  }

  // Nearly every run ends with one of the next two, which therefore look at a few digits and make nothing.

  /// Whether the first eight digits stand for ASCII.
  private static func beginsAsBase64(_ bytes: borrowing RawSpan, _ place: Int) -> Bool {
    var isWide = true
    for group in 0..<2 {
      var bits: UInt32 = 0
      for digit in 0..<4 { bits = bits << 6 | value(byte(bytes, place + 4 * group + digit)) }
      for number in 0..<3 {
        let character = UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * number))
        let isZero = character == 0 && isWide && (3 * group + number) & 1 == 1
        guard isZero || (character < 128 && !isControl(character)) else { return false }
        if (3 * group + number) & 1 == 1 { isWide = isZero }
      }
    }
    return true
  }

  /// Whether the first eight digits are those of base 16 and stand for ASCII.
  private static func beginsAsHexadecimal(_ bytes: borrowing RawSpan, _ place: Int) -> Bool {
    for number in 0..<4 {
      guard let high = Hexadecimal.value(of: byte(bytes, place + 2 * number)), high < 8,
        let low = Hexadecimal.value(of: byte(bytes, place + 2 * number + 1)), !isControl(high << 4 | low)
      else { return false }
    }
    return true
  }

  private static func byte(_ bytes: borrowing RawSpan, _ place: Int) -> UInt8 {
    unsafe bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
  }

  /// The value of a digit of either alphabet.
  private static func value(_ digit: UInt8) -> UInt32 {
    switch digit {
    case 65...90: UInt32(digit) - 65
    case 97...122: UInt32(digit) - 71
    case 48...57: UInt32(digit) + 4
    case 43, 45: 62
    default: 63
    }
  }

  private static func array(_ bytes: borrowing RawSpan, _ range: Range<Int>) -> [UInt8] {
    unsafe bytes.extracting(range).withUnsafeBytes { unsafe Array($0) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  }

  private static func hexadecimal(_ digits: [UInt8], at place: Int) -> DecodedText? {
    guard let bytes = hexadecimal(digits[...]), isText(Array(bytes.prefix(judged))), isMostlyText(bytes) else {
      return nil
    }
    return DecodedText(bytes: bytes, encoding: "hexadecimal", origin: .hexadecimal(start: place))
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var place = digits.startIndex
    while place + 1 < digits.endIndex {
      guard let high = Hexadecimal.value(of: digits[place]), let low = Hexadecimal.value(of: digits[place + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
      place += 2
    }
    return bytes
  }

  /// How many bytes a character has in the text that a run begins with; `nil` when it is none.
  private static func width(_ beginning: [UInt8]) -> Int? {
    guard let bytes = Base64.decoded(beginning[...]) else { return nil }
    return isText(bytes) ? 1 : isWide(bytes) ? 2 : nil
  }

  private static func base64(_ digits: [UInt8], _ width: Int, at place: Int) -> DecodedText? {
    // One digit more than whole groups is the beginning of something else.
    let whole = digits.count % 4 == 1 ? digits.dropLast() : digits[...]
    guard var bytes = Base64.decoded(whole) else { return nil }
    if width == 2 {
      guard isWide(bytes) else { return nil }
      bytes = stride(from: 0, to: bytes.count - 1, by: 2).map { bytes[$0] }
    }
    guard isMostlyText(bytes) else { return nil }
    let origin = DecodedText.Origin.base64(start: place, end: place + whole.count, width: width)
    return DecodedText(bytes: bytes, encoding: width == 2 ? "base64 of UTF-16" : "base64", origin: origin)
  }

  /// Whether bytes are UTF-8 without control characters; the last character may be cut off.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(where: isControl) else { return false }
    return bytes.allSatisfy({ $0 < 128 })
      || (0..<4).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }

  /// ASCII in UTF-16, the lower byte first, as PowerShell encodes its commands.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4
      && bytes.indices.allSatisfy { $0 & 1 == 1 ? bytes[$0] == 0 : bytes[$0] < 128 && !isControl(bytes[$0]) }
  }

  /// At most one byte in eight is none of a text.
  private static func isMostlyText(_ bytes: [UInt8]) -> Bool {
    bytes.reduce(0) { $0 + (isControl($1) || $1 >= 0xF5 ? 1 : 0) } * 8 <= bytes.count
  }

  private static func isControl(_ byte: UInt8) -> Bool { (byte < 32 && byte &- 9 >= 5 && byte != 27) || byte == 127 }
}
