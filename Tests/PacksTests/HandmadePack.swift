import Foundation

/// A pack and its index of version 1 that say whatever a test wants, byte by byte.
struct HandmadePack {
  private struct Entry {
    let id: [UInt8]
    let offset: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  init() { bytes = Array("PACK".utf8) + HandmadePack.number32(2) + HandmadePack.number32(0) }

  /// An entry that is stored whole.
  mutating func add(_ id: [UInt8], type: UInt8, _ contents: [UInt8], statedSize: Int? = nil) {
    add(id, type: type, base: [], contents, statedSize: statedSize)
  }

  /// An entry that is made from the object of an id.
  mutating func add(_ id: [UInt8], madeFrom base: [UInt8], _ delta: [UInt8]) { add(id, type: 7, base: base, delta) }

  /// An entry that is made from another so many bytes before.
  mutating func add(_ id: [UInt8], distance: Int, _ delta: [UInt8]) {
    var digits = [UInt8(distance & 127)]
    var rest = distance >> 7
    while rest > 0 {
      rest -= 1
      digits.insert(UInt8(rest & 127) | 128, at: 0)
      rest >>= 7
    }
    add(id, type: 6, base: digits, delta)
  }

  /// Where the next entry will be.
  var end: Int { bytes.count }

  private mutating func add(
    _ id: [UInt8], type: UInt8, base: [UInt8], _ contents: [UInt8], statedSize: Int? = nil
  ) {
    entries.append(Entry(id: id, offset: bytes.count))
    let size = statedSize ?? contents.count
    var rest = size >> 4
    bytes.append(type << 4 | UInt8(size & 15) | (rest > 0 ? 128 : 0))
    while rest > 0 {
      bytes.append(UInt8(rest & 127) | (rest > 127 ? 128 : 0))
      rest >>= 7
    }
    bytes += base + HandmadePack.stored(contents)
  }

  /// Writes both files into a folder `pack`.
  func write(to objects: String, name: String) throws {
    let checksum = [UInt8](repeating: 7, count: 20)
    var pack = bytes + checksum
    pack.replaceSubrange(8..<12, with: HandmadePack.number32(entries.count))
    let sorted = entries.sorted { $0.id.lexicographicallyPrecedes($1.id) }
    var index: [UInt8] = []
    for byte in 0..<256 { index += HandmadePack.number32(sorted.count { $0.id[0] <= byte }) }
    for entry in sorted { index += HandmadePack.number32(entry.offset) + entry.id }
    index += checksum + checksum
    try FileManager.default.createDirectory(atPath: objects + "/pack", withIntermediateDirectories: true)
    try Data(pack).write(to: URL(fileURLWithPath: "\(objects)/pack/pack-\(name).pack"))
    try Data(index).write(to: URL(fileURLWithPath: "\(objects)/pack/pack-\(name).idx"))
  }

  /// A delta that takes everything of a base of so many bytes, and puts some after it. Both are short.
  static func delta(base: Int, appending bytes: [UInt8]) -> [UInt8] {
    number7(base) + number7(base + bytes.count) + [0x90, UInt8(base)] + [UInt8(bytes.count)] + bytes
  }

  /// A number in base 128, small end first.
  static func number7(_ number: Int) -> [UInt8] {
    number < 128 ? [UInt8(number)] : [UInt8(number & 127) | 128] + number7(number >> 7)
  }

  private static func number32(_ number: Int) -> [UInt8] {
    [UInt8(number >> 24 & 255), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
  }

  /// A zlib stream of one block that is not compressed.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let (low, high) = (UInt8(bytes.count & 255), UInt8(bytes.count >> 8))
    var (first, second) = (1, 0)
    for byte in bytes {
      first = (first + Int(byte)) % 65521
      second = (second + first) % 65521
    }
    return [0x78, 0x01, 1, low, high, ~low, ~high] + bytes + number32(second << 16 | first)
  }
}
