internal import Vocabulary

/// The state of a tree that is being read, entry by entry or many at a time from its base.
struct TreeDraft {
  private let base: TreeState?
  private let copies: [CopiedRange]
  /// The first copy that does not end before `position`.
  private var copy = 0
  /// Where the next entry begins.
  private(set) var position = 0

  private var starts: [UInt32] = []
  private var followed: [UInt32] = []
  private var edges: [UInt32] = []
  /// The ranges of the base's followed entries that are here too.
  private var taken: [Range<Int>] = []

  init(base: TreeState?, copies: [CopiedRange]) {
    self.base = base
    self.copies = copies
    starts.reserveCapacity((base?.starts.count ?? 16) + 16)
  }

  /// Takes over from the base the entries that lie whole in the copied range at `position`, if one begins there.
  ///
  /// Entries are read from their beginning, so bytes that begin where one of the base begins hold the same entries as long as
  /// they are the same bytes.
  mutating func takeOver() -> Bool {
    guard let base else { return false }
    while copy < copies.count, copies[copy].target &+ copies[copy].count <= position { copy += 1 }
    guard copy < copies.count, copies[copy].target <= position else { return false }
    let source = copies[copy].source &+ (position &- copies[copy].target)
    guard let first = base.entry(at: source) else { return false }
    let last = base.entries(before: copies[copy].source &+ copies[copy].count)
    guard last > first else { return false }
    take(first..<last, of: base)
    return true
  }

  private mutating func take(_ entries: Range<Int>, of base: TreeState) {
    let shift = UInt32(truncatingIfNeeded: starts.count &- entries.lowerBound)
    let move = UInt32(truncatingIfNeeded: position &- Int(base.starts[entries.lowerBound]))
    let here = base.followed(in: entries)
    let first = starts.count
    starts.append(contentsOf: base.starts[entries])
    if move != 0 {
      for place in first..<starts.count { starts[place] &+= move }
    }
    if !here.isEmpty {
      followed.append(contentsOf: base.followed[here].lazy.map { $0 &+ shift })
      edges.append(contentsOf: base.edges[here])
      taken.append(here)
    }
    position += Int(base.starts[entries.upperBound]) - Int(base.starts[entries.lowerBound])
  }

  /// Adds an entry that was read.
  mutating func add(endingAt end: Int, edge: UInt32?) {
    if let edge {
      followed.append(UInt32(truncatingIfNeeded: starts.count))
      edges.append(edge)
    }
    starts.append(UInt32(truncatingIfNeeded: position))
    position = end
  }

  /// The edges that the base has and this tree has not, ascending.
  mutating func removals() -> [UInt32] {
    guard let base else { return [] }
    taken.sort { $0.lowerBound < $1.lowerBound }
    var removals: [UInt32] = []
    var next = 0
    isRepetitive = base.isRepetitive
    for range in taken {
      if range.lowerBound > next { removals += base.edges[next..<range.lowerBound] }
      if range.lowerBound < next { isRepetitive = true }
      next = max(next, range.upperBound)
    }
    removals += base.edges[next...]
    if isRepetitive, !removals.isEmpty {
      let kept = Set(edges)
      removals.removeAll { kept.contains($0) }
    }
    removals.sort()
    return removals
  }

  /// Whether an entry may be here more than once, which git does not write.
  private var isRepetitive = false

  /// What is known of the tree, once all of it is read and its removals are told.
  consuming func state(record: UInt32) -> TreeState {
    starts.append(UInt32(truncatingIfNeeded: position))
    return TreeState(record: record, starts: starts, followed: followed, edges: edges, isRepetitive: isRepetitive)
  }
}
