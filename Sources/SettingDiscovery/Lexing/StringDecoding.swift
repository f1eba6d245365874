/// What a string literal stands for.
extension LexedText {
  /// The value of a string; of one with code in it, what stands before the code.
  func value(_ index: Int) -> String? {
    guard let kind = kind(index), kind == .string || kind == .template else { return nil }
    let token = tokens[index]
    let content = bytes[Int(token.contentStart)..<max(Int(token.contentStart), Int(token.contentEnd))]
    guard token.escapes != .none, content.contains(UInt8(ascii: "\\")) || token.escapes == .doubled else {
      return String(decoding: content, as: UTF8.self)
    }
    return String(decoding: StringDecoder.decode(content, token.escapes), as: UTF8.self)
  }
}

/// Reads the escapes of a string.
enum StringDecoder {
  static func decode(_ content: ArraySlice<UInt8>, _ escapes: StringForm.Escapes) -> [UInt8] {
    var result: [UInt8] = []
    var place = content.startIndex
    while place < content.endIndex {
      let byte = content[place]
      let next = place + 1 < content.endIndex ? content[place + 1] : 0
      place += 1
      if escapes == .doubled, byte == UInt8(ascii: "\""), next == byte {
        place += 1
      } else if byte == UInt8(ascii: "\\"), next != 0, escapes == .backslash {
        place += 1
        unescape(next, content, &place, into: &result)
        continue
      } else if byte == UInt8(ascii: "\\"), escapes == .quoteOnly, next == byte || next == UInt8(ascii: "'") {
        result.append(next)
        place += 1
        continue
      }
      result.append(byte)
    }
    return result
  }

  private static func unescape(
    _ letter: UInt8, _ content: ArraySlice<UInt8>, _ place: inout Int, into result: inout [UInt8]
  ) {
    switch letter {
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "0"): result.append(0)
    case UInt8(ascii: "x"): scalar(hexadecimal(content, &place, atMost: 2), into: &result)
    case UInt8(ascii: "u"): scalar(hexadecimal(content, &place, atMost: 8), into: &result)
    case 10: break
    default: result.append(letter)
    }
  }

  private static func hexadecimal(_ content: ArraySlice<UInt8>, _ place: inout Int, atMost count: Int) -> UInt32 {
    let isBraced = place < content.endIndex && content[place] == UInt8(ascii: "{")
    if isBraced { place += 1 }
    var value: UInt32 = 0
    var digits = 0
    while place < content.endIndex, digits < (isBraced ? 8 : min(count, 4)), let digit = digit(content[place]) {
      value = value << 4 | digit
      place += 1
      digits += 1
    }
    if isBraced, place < content.endIndex, content[place] == UInt8(ascii: "}") { place += 1 }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 55
    default: nil
    }
  }

  private static func scalar(_ value: UInt32, into result: inout [UInt8]) {
    result += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }
}
