internal import Glibc

/// The numbers of objects that were asked for lately: neighbouring versions of a folder name mostly the same ones, and the
/// tables of a large store are in no processor's cache.
struct RecentNumbers: Sendable {
  private static let slots = 1 << 15

  private let idLength: Int
  private var ids: [UInt8]
  /// What stands at each slot of `ids`, plus one, or 0.
  private var numbers = [UInt32](repeating: 0, count: RecentNumbers.slots)

  init(idLength: Int) {
    self.idLength = idLength
    ids = [UInt8](repeating: 0, count: RecentNumbers.slots * idLength)
  }

  /// The number of the object whose id stands at a place.
  mutating func number(ofBytes id: UnsafeRawPointer, in all: some ObjectNumbers) -> Int? {
    let slot = unsafe Int(id.loadUnaligned(as: UInt32.self)) & (RecentNumbers.slots - 1)
    let isHere = unsafe ids.withUnsafeBytes { ids in
      guard let start = ids.baseAddress else { return false }
      return unsafe memcmp(start + slot * idLength, id, idLength) == 0
    }
    if isHere, numbers[slot] != 0 { return Int(numbers[slot]) - 1 }
    guard let number = unsafe all.number(ofBytes: id) else { return nil }
    unsafe ids.withUnsafeMutableBytes { ids in
      guard let start = ids.baseAddress else { return }
      unsafe (start + slot * idLength).copyMemory(from: id, byteCount: idLength)
    }
    numbers[slot] = UInt32(truncatingIfNeeded: number &+ 1)
    return number
  }
}
