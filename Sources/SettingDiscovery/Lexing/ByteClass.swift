/// What a byte can begin in code.
enum ByteClass {
  static let blank: UInt8 = 0
  static let newline: UInt8 = 1
  static let letter: UInt8 = 2
  static let digit: UInt8 = 3
  static let quote: UInt8 = 4
  static let symbol: UInt8 = 5

  static let table: [UInt8] = (0...255).map { classify(UInt8($0)) }

  private static func classify(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 10: newline
    case 0...32: blank
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF: letter
    case UInt8(ascii: "_"), UInt8(ascii: "$"): letter
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quote
    default: symbol
    }
  }
}
