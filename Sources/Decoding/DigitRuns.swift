internal import CByteSearch

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
      guard let bytes = unsafe text.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
      let first = max(range.lowerBound, start)
      var place = (first + step - 1) / step * step
      let last = min(range.upperBound, text.count) - 8
      // A run of the shortest length that holds eight bytes goes on for eight more on one side of them, which most names do not.
      while place <= last {
        place = unsafe stanch_next_digits(bytes, text.count, place, last)
        guard place <= last else { return nil }
        let run = unsafe stanch_start_of_digits(bytes, place)..<stanch_end_of_digits(bytes, text.count, place)
        if run.count >= shortest { return run }
        place = max(place, run.upperBound / step * step) + step
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
}
