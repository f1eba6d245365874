/// The escapes that Compose knows between double quotes.
///
/// After compose-go, `dotenv/parser.go`: `\$` becomes `$$`, which the template then takes for a dollar sign; octal numbers
/// are written with a zero and three digits, and one that is not loses the zero.
enum ComposeEscapes {
  static func expanded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(.backslash) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == .backslash, index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let next = bytes[index + 1]
      if next == UInt8(ascii: "0") {
        let digits = bytes[(index + 2)...].prefix(3).prefix { $0.isDigit }
        result += octal(digits)
        index += 2 + digits.count
      } else {
        result += meaning(of: next)
        index += 2
      }
    }
    return result
  }

  private static func octal(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    let values = digits.compactMap(\.octalValue)
    let number = values.reduce(0) { $0 << 3 | $1 }
    guard values.count == 3, number < 256, let scalar = Unicode.Scalar(number) else { return [.backslash] + digits }
    return Array(String(Character(scalar)).utf8)
  }

  private static func meaning(of byte: UInt8) -> [UInt8] {
    switch byte {
    case .dollar: [.dollar, .dollar]
    case .doubleQuote, .backslash: [byte]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "n"): [.newline]
    case UInt8(ascii: "r"): [.carriageReturn]
    case UInt8(ascii: "t"): [.tab]
    case UInt8(ascii: "v"): [0x0B]
    default: [.backslash, byte]
    }
  }
}
