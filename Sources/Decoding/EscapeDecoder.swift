internal import Vocabulary

/// Decodes what is encoded character by character: percent encoding, `\u` escapes, entities of HTML and XML.
package struct EscapeDecoder {
  private let text: [UInt8]
  private let offset: Int
  private var place = 0
  private var bytes: [UInt8] = []
  private var places: [Int] = []
  private var encodings: Set<String> = []

  /// The part of a text with its escapes resolved; `nil` when there are none.
  package static func text(in range: Range<Int>, of bytes: borrowing RawSpan) -> DecodedText? {
    let part = unsafe bytes.extracting(range).withUnsafeBytes { unsafe Array($0) }
    var decoder = EscapeDecoder(part, offset: range.lowerBound)
    return decoder.decoded()
  }

  private init(_ text: [UInt8], offset: Int) {
    self.text = text
    self.offset = offset
    bytes.reserveCapacity(text.count)
    places.reserveCapacity(text.count + 1)
  }

  private mutating func decoded() -> DecodedText? {
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "%"): percent()
      case UInt8(ascii: "\\"): escape()
      case UInt8(ascii: "&"): entity()
      default: keep(1)
      }
    }
    guard !encodings.isEmpty else { return nil }
    places.append(offset + place)
    return DecodedText(
      bytes: bytes, encoding: encodings.sorted().joined(separator: " and "), origin: .escapes(places))
  }

  private mutating func keep(_ count: Int) {
    for _ in 0..<count {
      bytes.append(text[place])
      places.append(offset + place)
      place += 1
    }
  }

  /// Puts a character in the place of `count` bytes.
  private mutating func put(_ character: [UInt8], for count: Int, _ encoding: String) {
    bytes += character
    places += repeatElement(offset + place, count: character.count)
    place += count
    encodings.insert(encoding)
  }

  private func number(_ range: Range<Int>, radix: UInt32 = 16) -> UInt32? {
    guard !range.isEmpty, range.upperBound <= text.count else { return nil }
    var number: UInt32 = 0
    for digit in text[range] {
      guard let value = Hexadecimal.value(of: digit), value < radix, number < 0x20_0000 else { return nil }
      number = number * radix + UInt32(value)
    }
    return number
  }

  private mutating func percent() {
    guard let value = number((place + 1)..<(place + 3)) else { return keep(1) }
    put([UInt8(value)], for: 3, "percent encoding")
  }

  /// `\u` and four digits; more backslashes before it say that it was escaped more than once.
  private mutating func escape() {
    let backslashes = text[place...].prefix { $0 == UInt8(ascii: "\\") }.count
    let digits = place + backslashes + 1
    guard digits <= text.count, text[digits - 1] == UInt8(ascii: "u"), let unit = number(digits..<(digits + 4)) else {
      return keep(backslashes)
    }
    var count = backslashes + 5
    var value = unit
    // Characters beyond the first 65,536 are written as two.
    if 0xD800...0xDBFF ~= unit, text[(digits + 4)...].starts(with: "\\u".utf8),
      let low = number((digits + 6)..<(digits + 10)), 0xDC00...0xDFFF ~= low
    {
      value = 0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      count += 6
    }
    put(EscapeDecoder.character(value), for: count, "Unicode escapes")
  }

  private mutating func entity() {
    guard let end = text[place...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
      let character = character(ofEntity: (place + 1)..<end)
    else { return keep(1) }
    put(character, for: end + 1 - place, "HTML entities")
  }

  private func character(ofEntity range: Range<Int>) -> [UInt8]? {
    guard let first = text[range].first else { return nil }
    guard first == UInt8(ascii: "#") else {
      return EscapeDecoder.names[String(decoding: text[range], as: UTF8.self)].map { Array($0.utf8) }
    }
    let rest = (range.lowerBound + 1)..<range.upperBound
    let isHexadecimal = text[rest].first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let value = isHexadecimal ? number((rest.lowerBound + 1)..<rest.upperBound) : number(rest, radix: 10)
    return value.map(EscapeDecoder.character)
  }

  private static func character(_ value: UInt32) -> [UInt8] {
    Array(String(Character(UnicodeScalar(value) ?? "\u{FFFD}")).utf8)
  }

  /// Of the names of HTML those whose characters stand round secrets and in them.
  private static let names = [
    "quot": "\"", "apos": "'", "amp": "&", "lt": "<", "gt": ">", "nbsp": " ", "equals": "=", "colon": ":", "semi": ";",
    "sol": "/", "bsol": "\\", "plus": "+", "commat": "@", "num": "#", "dollar": "$", "percnt": "%", "lowbar": "_",
    "excl": "!", "quest": "?", "comma": ",", "period": ".", "Tab": "\t", "NewLine": "\n",
  ]
}
