internal import Vocabulary

/// A rule's id or a path as one word of a line: blanks, control characters, `%` and bytes that are no UTF-8 are
/// percent-encoded, and everything else stands as it is.
enum BaselineWord {
  static func text(_ bytes: [UInt8]) -> String {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    var word: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      // A word alone means everywhere, and one that begins with # would be a comment.
      let isPlain = byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "%") && (byte < 0x80 || isText)
      if isPlain, index > 0 || byte != UInt8(ascii: "*") || bytes.count > 1 {
        word.append(byte)
      } else {
        word += escaped(byte)
      }
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// Whether a word stands for something; nearly all hold no `%`, and nothing is made of them to know that.
  static func isRight(_ bytes: borrowing Span<UInt8>, _ word: Range<Int>) -> Bool {
    var place = word.lowerBound
    while place < word.upperBound {
      if bytes[place] == UInt8(ascii: "%") {
        guard place + 2 < word.upperBound, Hexadecimal.value(of: bytes[place + 1]) != nil,
          Hexadecimal.value(of: bytes[place + 2]) != nil
        else { return false }
      }
      place += 1
    }
    return true
  }

  /// The bytes that a word stands for; `nil` where a `%` is not followed by two digits.
  static func bytes(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    guard word.contains(UInt8(ascii: "%")) else { return Array(word) }
    var bytes: [UInt8] = []
    var rest = word
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Hexadecimal.value), let low = rest.popFirst().flatMap(Hexadecimal.value)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
