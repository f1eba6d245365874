/// Short byte strings, each kept once and known by its number: names in trees, names of objects.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each string ends in `bytes`.
  private var ends: [Int] = []
  /// Open addressing: the number of a string plus one, or 0.
  private var slots = [UInt32](repeating: 0, count: 64)

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  /// The number of a string, which is added when it is new.
  mutating func number(adding string: UnsafeRawBufferPointer) -> Int {
    var slot = unsafe slot(of: string)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    if (ends.count + 1) * 2 > slots.count {
      grow()
      slot = unsafe self.slot(of: string)
    }
    unsafe bytes.append(contentsOf: string)
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    return ends.count - 1
  }

  mutating func number(adding string: ArraySlice<UInt8>) -> Int {
    unsafe string.withUnsafeBytes { unsafe number(adding: $0) }
  }

  /// Takes in another table; the numbers here of its strings, in its order.
  mutating func merge(_ other: ByteTable) -> [UInt32] {
    (0..<other.count).map { UInt32(number(adding: other[$0])) }
  }

  /// Where a string is in `slots`, or would be.
  private func slot(of string: UnsafeRawBufferPointer) -> Int {
    // Seeded, so that nobody can choose names that collide.
    var hasher = Hasher()
    unsafe hasher.combine(bytes: string)
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    while slots[slot] != 0, !(unsafe isString(Int(slots[slot]) - 1, string)) { slot = (slot + 1) & mask }
    return slot
  }

  private func isString(_ number: Int, _ string: UnsafeRawBufferPointer) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == string.count else { return false }
    return unsafe bytes.withUnsafeBytes { own in
      unsafe UnsafeRawBufferPointer(rebasing: own[start..<ends[number]]).elementsEqual(string)
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<ends.count {
      let slot = unsafe self[number].withUnsafeBytes { unsafe self.slot(of: $0) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
