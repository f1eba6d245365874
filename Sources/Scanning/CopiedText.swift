internal import Vocabulary

/// What a text has in common with the one it was made from, as far as carrying over findings pays.
struct CopiedText {
  /// Where the copied parts stand, in the order of their targets.
  let parts: [CopiedRange]
  let length: Int
  let baseLength: Int

  /// Nothing in common with anything.
  init(length: Int) {
    parts = []
    self.length = length
    baseLength = 0
  }

  /// - Parameter shortest: copies of fewer bytes are taken for new.
  init(_ copies: [CopiedRange], length: Int, baseLength: Int, shortest: Int) {
    parts = copies.allSatisfy { $0.count >= shortest } ? copies : copies.filter { $0.count >= shortest }
    self.length = length
    self.baseLength = baseLength
  }

  /// What is new, widened by `margin` on both sides; touching ranges are one. Between two parts that did not stand side by
  /// side the seam is new, though no byte is.
  func newRanges(margin: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = 0
    func add(_ gap: Range<Int>) {
      let wide = max(0, gap.lowerBound - margin)..<min(length, gap.upperBound + margin)
      if let last = ranges.last, wide.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, wide.upperBound)
      } else if !wide.isEmpty {
        ranges.append(wide)
      }
    }
    for part in parts {
      if part.target > end || (part.target > 0 || part.source > 0) { add(end..<part.target) }
      end = part.target + part.count
    }
    if end < length || parts.last.map({ $0.source + $0.count < baseLength }) ?? true { add(end..<length) }
    return ranges
  }

  /// The part that holds the byte at `offset` of the text.
  func part(holding offset: Int) -> CopiedRange? {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].target <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let part = parts[low - 1]
    return offset < part.target + part.count ? part : nil
  }

  /// Whether everything from `lower` to `upper` (which may lie outside of the text) is as it was in the base: inside the part,
  /// or at an end that both texts have in common.
  func holds(_ part: CopiedRange, from lower: Int, to upper: Int) -> Bool {
    let end = part.target + part.count
    let holdsStart = lower >= part.target || (part.target == 0 && part.source == 0)
    let holdsEnd = upper <= end || (end == length && part.source + part.count == baseLength)
    return holdsStart && holdsEnd
  }
}
