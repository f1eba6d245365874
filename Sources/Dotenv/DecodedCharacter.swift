/// One character of a text, or one byte that is no UTF-8.
struct DecodedCharacter {
  /// The code point; `nil` where the bytes are no UTF-8.
  let scalar: Unicode.Scalar?
  /// How many bytes it takes.
  let count: Int

  init(_ bytes: [UInt8], at index: Int, end: Int) {
    let first = bytes[index]
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    var value = length > 1 ? UInt32(first) & (0x7F >> UInt32(length)) : UInt32(first)
    var isWhole = length > 0 && index + length <= end
    if isWhole {
      for byte in bytes[(index + 1)..<(index + length)] {
        if byte & 0xC0 != 0x80 { isWhole = false }
        value = value << 6 | UInt32(byte & 0x3F)
      }
    }
    // Longer than need be; surrogates and what is beyond Unicode are no scalars.
    let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard isWhole, value >= smallest[length], let scalar = Unicode.Scalar(value) else {
      self.scalar = nil
      count = 1
      return
    }
    self.scalar = scalar
    count = length
  }

  /// A space to Go's `unicode.IsSpace`: the property White_Space.
  var isGoSpace: Bool {
    guard let scalar else { return false }
    return scalar.value < 0x80
      ? (0x09...0x0D).contains(scalar.value) || scalar.value == 0x20 : scalar.properties.isWhitespace
  }

  /// A space within a line to Compose.
  var isComposeBlank: Bool {
    switch scalar?.value {
    case 0x09, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0: true
    default: false
    }
  }

  /// A space to Python's `str.isspace`, which counts four separators of ASCII too.
  var isPythonSpace: Bool {
    guard let scalar else { return false }
    return (0x1C...0x1F).contains(scalar.value) || isGoSpace
  }

  /// A letter or a number to Go's `unicode` package.
  var isGoLetterOrNumber: Bool {
    switch scalar?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }
}
