/// A place in a copy of a part of a text, and what can be asked there.
struct ByteCursor {
  let bytes: [UInt8]
  var place: Int

  var isAtEnd: Bool { place >= bytes.count }

  /// The byte here, or one further on; zero beyond the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = place + distance
    return index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  func startsWith(_ text: StaticString) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where unsafe bytes[place + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Goes past `text` if it stands here.
  mutating func take(_ text: StaticString) -> Bool {
    guard startsWith(text) else { return false }
    place += text.utf8CodeUnitCount
    return true
  }

  /// Goes past blanks and tabs, at most `limit` of them.
  mutating func skipBlanks(_ limit: Int = 40) {
    let end = min(bytes.count, place + limit)
    while place < end, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
  }

  /// Goes past bytes for which `belongs` holds, at most `limit` of them.
  mutating func skip(_ limit: Int, while belongs: (UInt8) -> Bool) {
    let end = min(bytes.count, place + limit)
    while place < end, belongs(bytes[place]) { place += 1 }
  }
}
