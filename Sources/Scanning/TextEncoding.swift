/// How the bytes of a text stand for characters, as far as matching has to know.
package enum TextEncoding: String, Sendable {
  /// UTF-8, Latin-1 and every other encoding in which ASCII characters are single bytes.
  case bytes
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  /// Runs of 16-bit ASCII characters inside other bytes, such as the strings of a Windows program.
  case wideRuns = "16-bit strings"

  /// The encoding that a byte order mark announces, with the mark's length.
  static func announced(by bytes: borrowing [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
    func begins(_ mark: [UInt8]) -> Bool {
      bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
    }
    if begins([0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if begins([0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if begins([0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if begins([0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark, recognised by its zero bytes: in text that is mostly ASCII every other byte is one.
  static func guessed(from bytes: borrowing [UInt8]) -> TextEncoding? {
    let pairs = min(bytes.count, 8192) / 2
    guard pairs >= 2, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = (even: 0, odd: 0)
    for pair in 0..<pairs {
      if bytes[2 * pair] == 0 { zeros.even += 1 }
      if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 2 > pairs, zeros.even * 20 < pairs { return .utf16LittleEndian }
    if zeros.even * 2 > pairs, zeros.odd * 20 < pairs { return .utf16BigEndian }
    return nil
  }
}
