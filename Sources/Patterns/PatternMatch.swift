/// Where a pattern and its capture groups matched, in bytes of the subject.
package struct PatternMatch: Sendable {
  /// Group 0 is the whole match; a group that took no part is `nil`.
  package let groups: [Range<Int>?]

  package let range: Range<Int>

  init(offsets: UnsafePointer<Int>, groups count: Int) {
    let unset = Int(bitPattern: UInt.max)
    var groups: [Range<Int>?] = []
    groups.reserveCapacity(count)
    for group in 0..<count {
      let start = unsafe offsets[2 * group]
      let end = unsafe offsets[2 * group + 1]
      // \K in a look-ahead can set an end before the start: such a group is empty.
      groups.append(start == unset ? nil : start..<max(start, end))
    }
    self.groups = groups
    range = groups.first.flatMap { $0 } ?? 0..<0
  }

  /// The range of a group, or `nil` when it took no part or there is no such group.
  package func group(_ number: Int) -> Range<Int>? {
    number < groups.count ? groups[number] : nil
  }
}
