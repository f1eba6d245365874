internal import Vocabulary

/// The ranges that a delta copies, gathered without the checks of an array.
@safe struct CopyList: ~Copyable {
  private var start: UnsafeMutablePointer<CopiedRange>
  private var capacity = 256
  private(set) var count = 0

  init() { unsafe start = .allocate(capacity: capacity) }

  deinit { unsafe start.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ range: CopiedRange) {
    if count == capacity { grow() }
    unsafe (start + count).initialize(to: range)
    count += 1
  }

  /// The same as an array, in the array's own storage.
  func write(to array: inout [CopiedRange]) {
    array.removeAll(keepingCapacity: true)
    unsafe array.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutablePointer<CopiedRange>.allocate(capacity: capacity * 2)
    unsafe wider.moveInitialize(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = wider
    capacity *= 2
  }
}
