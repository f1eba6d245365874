/// Finds the runs of digits of base 64 in a text, which those of base 16 are too, by looking at eight bytes of every sixteen.
package enum DigitRuns {
  /// Shorter runs are not looked for: they hold less than any secret and its name.
  package static let shortest = 24
  private static let step = 16

  /// The first maximal run that ends after `start` and of which eight bytes in a row, at a multiple of sixteen, stand in `range`.
  ///
  /// A run of the shortest length that touches a range shows in it when that is widened by this length.
  package static func next(in text: borrowing RawSpan, _ range: Range<Int>, after start: Int) -> Range<Int>? {
    unsafe text.withUnsafeBytes { text in
      let first = max(range.lowerBound, start)
      var place = (first + step - 1) / step * step
      let last = min(range.upperBound, text.count) - 8
      while place <= last {
        if unsafe areDigits(text, place), unsafe areDigits(text, place + 8) || areDigits(text, place - 8) {
          let run = unsafe whole(text, place)
          if run.count >= shortest { return run }
          place = max(place, run.upperBound / step * step)
        }
        place += step
      }
      return nil
    }
  }

  /// Digits of both alphabets of base 64 (RFC 4648).
  package static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 43, 45, 47, 95: true
    default: false
    }
  }

  /// Whether the text has eight digits at `place`. A run of the shortest length that holds eight bytes goes on for eight more on
  /// one side of them, which most names do not.
  @inline(__always)
  private static func areDigits(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    guard place >= 0, place + 8 <= text.count else { return false }
    return unsafe isDigits(text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private static func whole(_ text: UnsafeRawBufferPointer, _ place: Int) -> Range<Int> {
    var lower = place
    while lower > 0, unsafe isDigit(text[lower - 1]) { lower -= 1 }
    var upper = place + 8
    while upper + 8 <= text.count, unsafe isDigits(text.loadUnaligned(fromByteOffset: upper, as: UInt64.self)) {
      upper += 8
    }
    while upper < text.count, unsafe isDigit(text[upper]) { upper += 1 }
    return lower..<upper
  }

  /// Whether all of eight bytes are digits, without a branch: each test leaves its answer in the highest bit of its byte, and
  /// no sum of seven bits carries into the next.
  @inline(__always)
  private static func isDigits(_ bytes: UInt64) -> Bool {
    // Eight bytes of a program nearly always hold a blank, a quote or a bracket, which are less than every digit.
    guard (bytes &- every(0x2B)) & ~bytes & every(0x80) == 0 else { return false }
    let lower = bytes | every(0x20)
    let letters = (lower &+ every(0x80 - 0x61)) & ~(lower &+ every(0x7F - 0x7A))
    let numbers = (bytes &+ every(0x80 - 0x2F)) & ~(bytes &+ every(0x7F - 0x39))
    let others = equal(bytes, 0x2B) | equal(bytes, 0x2D) | equal(bytes, 0x5F)
    return (letters | numbers | others) & ~bytes & every(0x80) == every(0x80)
  }

  @inline(__always)
  private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  @inline(__always)
  private static func equal(_ bytes: UInt64, _ byte: UInt64) -> UInt64 { ~((bytes ^ every(byte)) &+ every(0x7F)) }
}
