/// A JSON object (RFC 8259), of which the strings at the top are kept.
package struct JSONObject {
  private var strings: [String: String] = [:]

  /// `nil` when the bytes are not one JSON object and nothing else.
  package init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = JSONReader(bytes)
    reader.skipSpace()
    guard reader.next == UInt8(ascii: "{") else { return nil }
    var strings: [String: String] = [:]
    guard reader.skipValue(depth: 0, string: { strings[$0] = $1 }) else { return nil }
    reader.skipSpace()
    guard reader.isAtEnd else { return nil }
    self.strings = strings
  }

  /// The string under a key of the object, as it stands there, with its escapes.
  package func string(_ key: String) -> String? { strings[key] }
}

/// Goes over JSON value by value.
private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0

  /// Deeper is no token's payload.
  private static let deepest = 32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place == bytes.count }

  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { place += 1 }
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let expected = unsafe Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    guard bytes[place...].starts(with: expected) else { return false }
    place += expected.count
    return true
  }

  /// - Parameter string: called with each string of an object and its key.
  mutating func skipValue(depth: Int, string: (String, String) -> Void = { _, _ in }) -> Bool {
    guard depth < JSONReader.deepest, let first = next else { return false }
    switch first {
    case UInt8(ascii: "{"): return skipObject(depth, string)
    case UInt8(ascii: "["):
      return skipList(end: UInt8(ascii: "]")) { reader in reader.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): return text() != nil
    case UInt8(ascii: "t"): return skip("true")
    case UInt8(ascii: "f"): return skip("false")
    case UInt8(ascii: "n"): return skip("null")
    default: return skipNumber()
    }
  }

  private mutating func skipObject(_ depth: Int, _ string: (String, String) -> Void) -> Bool {
    skipList(end: UInt8(ascii: "}")) { reader in
      guard let key = reader.text() else { return false }
      reader.skipSpace()
      guard reader.skip(":") else { return false }
      reader.skipSpace()
      let start = reader.place
      guard reader.skipValue(depth: depth + 1) else { return false }
      if reader.bytes[start] == UInt8(ascii: "\"") {
        string(key, String(decoding: reader.bytes[(start + 1)..<(reader.place - 1)], as: UTF8.self))
      }
      return true
    }
  }

  private mutating func skipList(end: UInt8, _ element: (inout JSONReader) -> Bool) -> Bool {
    place += 1
    skipSpace()
    if next == end {
      place += 1
      return true
    }
    while element(&self) {
      skipSpace()
      guard let separator = next else { return false }
      place += 1
      if separator == end { return true }
      guard separator == UInt8(ascii: ",") else { return false }
      skipSpace()
    }
    return false
  }

  /// What stands between quotes, with its escapes.
  private mutating func text() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    let start = place + 1
    place = start
    while let byte = next, byte >= 32 {
      if byte == UInt8(ascii: "\"") {
        place += 1
        return String(decoding: bytes[start..<(place - 1)], as: UTF8.self)
      }
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private mutating func skipNumber() -> Bool {
    let start = place
    while let byte = next, 48...57 ~= byte || [43, 45, 46, 69, 101].contains(byte) { place += 1 }
    return place > start && bytes[start..<place].contains { 48...57 ~= $0 }
  }
}
