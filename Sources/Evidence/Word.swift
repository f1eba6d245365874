/// A word of a name or value, in lower case: its first and its last sixteen bytes, held as numbers.
///
/// Names are cut into words wherever one may be assigned something, which is too often for strings.
struct Word: Equatable {
  /// The first sixteen bytes, the first of them lowest, and zeros behind a shorter word.
  let beginning: UInt128
  /// The last sixteen bytes, the last of them highest, and zeros before a shorter word.
  private let ending: UInt128
  let count: Int

  static let longest = 16

  /// - Parameter text: letters and digits of ASCII, in either case.
  init(_ text: ArraySlice<UInt8>) {
    self = unsafe text.withUnsafeBufferPointer { unsafe Word($0) }
  }

  /// - Parameter text: at most sixteen bytes of ASCII.
  init(_ text: StaticString) {
    unsafe self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    count = text.count
    let beginning = unsafe Word.number(text, 0..<min(count, Word.longest))
    self.beginning = beginning
    ending =
      unsafe count <= Word.longest
      ? beginning &<< UInt128(8 * (Word.longest - count)) : Word.number(text, (count - Word.longest)..<count)
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt128 {
    var halves: (low: UInt64, high: UInt64) = (0, 0)
    for place in range {
      let byte = unsafe text[place]
      let small = UInt64(WordCutter.isUpper(byte) ? byte | 32 : byte)
      let distance = place - range.lowerBound
      if distance < 8 {
        halves.low |= small &<< UInt64(8 * distance)
      } else {
        halves.high |= small &<< UInt64(8 * distance - 64)
      }
    }
    return UInt128(halves.high) &<< 64 | UInt128(halves.low)
  }

  /// - Parameter word: no longer than sixteen bytes, and not empty.
  @inline(__always)
  func hasPrefix(_ word: Word) -> Bool {
    count >= word.count && beginning &<< word.unused == word.beginning &<< word.unused
  }

  /// - Parameter word: no longer than sixteen bytes, and not empty.
  @inline(__always)
  func hasSuffix(_ word: Word) -> Bool {
    count >= word.count && ending &>> word.unused == word.beginning
  }

  /// How many bits of sixteen bytes a word leaves free.
  private var unused: UInt128 { UInt128(8 * (Word.longest - count)) }

  /// The word, if it is no longer than sixteen bytes, and else its beginning.
  var text: String {
    let bytes = (0..<min(count, Word.longest)).map { UInt8(truncatingIfNeeded: beginning >> UInt128(8 * $0)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  var isNumber: Bool { WordCutter.isDigit(UInt8(truncatingIfNeeded: beginning)) }
}

extension Word: ExpressibleByStringLiteral {
  init(stringLiteral text: StaticString) { self.init(text) }
}
