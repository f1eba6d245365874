/// The parts of a text in which markers of escapes stand, with what is near: far from all of them decoding changes nothing.
package enum EscapeStretches {
  /// How far round a marker its context reaches; also, how far beyond it a stretch can depend on the text.
  package static let reach = 160

  /// - Parameters:
  ///   - ends: where markers end, in order.
  ///   - length: that of the text.
  package static func all(_ ends: [Int], length: Int) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for end in ends {
      let range = max(0, end - reach)..<min(length, end + reach)
      if let last = stretches.last, range.lowerBound <= last.upperBound {
        stretches[stretches.count - 1] = last.lowerBound..<range.upperBound
      } else {
        stretches.append(range)
      }
    }
    return stretches
  }
}
