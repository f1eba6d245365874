/// A place in a part of a text, and what can be asked there.
///
/// It looks at the text where that stands: it must not outlive the closure that it was made in.
@safe struct ByteCursor {
  private let text: UnsafeRawBufferPointer
  var place: Int

  init(_ text: UnsafeRawBufferPointer, at place: Int) {
    unsafe self.text = text
    self.place = place
  }

  var count: Int { unsafe text.count }

  var isAtEnd: Bool { place >= count }

  /// The byte at `index`, or zero outside of the text.
  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    index >= 0 && index < count ? unsafe text[index] : 0
  }

  /// The byte here, or one further on; zero beyond the end.
  @inline(__always)
  func peek(_ distance: Int = 0) -> UInt8 { byte(at: place + distance) }

  /// A copy of a part.
  func array(_ range: Range<Int>) -> [UInt8] { unsafe Array(text[range]) }

  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool { unsafe text[range].contains(byte) }

  @inline(__always)
  func startsWith(_ text: StaticString) -> Bool {
    guard place + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where unsafe byte(at: place + offset) != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Goes past `text` if it stands here.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    guard startsWith(text) else { return false }
    place += text.utf8CodeUnitCount
    return true
  }

  /// Goes past blanks and tabs, at most `limit` of them.
  mutating func skipBlanks(_ limit: Int = 40) {
    skip(limit) { $0 == 32 || $0 == 9 }
  }

  /// Goes past bytes for which `belongs` holds, at most `limit` of them.
  @inline(__always)
  mutating func skip(_ limit: Int, while belongs: (UInt8) -> Bool) {
    let end = min(count, place + limit)
    while place < end, belongs(unsafe text[place]) { place += 1 }
  }
}
