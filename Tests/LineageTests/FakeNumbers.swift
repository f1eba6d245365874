@testable import Lineage

/// Numbers of objects that are nowhere: an id is its number and bytes that look like the beginning of an entry.
struct FakeNumbers: ObjectNumbers {
  let count: Int
  let idLength: Int

  func number(ofBytes id: UnsafeRawPointer) -> Int? {
    let bytes = (0..<idLength).map { unsafe id.load(fromByteOffset: $0, as: UInt8.self) }
    let number = Int(bytes[0]) << 8 | Int(bytes[1])
    return number < count && bytes == self.id(number) ? number : nil
  }

  func id(_ number: Int) -> [UInt8] {
    let start = [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    let rest = Array("0040000 a\u{0}100644 b\u{0}040000 ".utf8) + [UInt8](repeating: 0, count: 32)
    return start + rest.prefix(idLength - 2)
  }
}
