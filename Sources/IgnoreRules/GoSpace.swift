/// What Go takes for blanks, which Docker cuts off at both ends of a line.
enum GoSpace {
  private static let wide: [[UInt8]] =
    ["\u{85}", "\u{A0}", "\u{1680}", "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{3000}"].map { Array($0.utf8) }
    + (0x80...0x8A).map { [0xE2, 0x80, $0] }

  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let count = blank({ text.starts(with: $0) }, text.first) { text = text.dropFirst(count) }
    while let count = blank({ text.suffix($0.count).elementsEqual($0) }, text.last) { text = text.dropLast(count) }
    return text
  }

  private static func blank(_ stands: ([UInt8]) -> Bool, _ byte: UInt8?) -> Int? {
    guard let byte else { return nil }
    if byte == 32 || (9...13).contains(byte) { return 1 }
    guard byte >= 128 else { return nil }
    return wide.first(where: stands)?.count
  }
}
