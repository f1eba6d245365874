/// Reads values of DER (ITU-T X.690) one after another.
struct DERReader {
  enum Tag: UInt8 {
    case integer = 0x02
    case octets = 0x04
    case object = 0x06
    case sequence = 0x30
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The content of the next value; `nil` when it is none, of another tag, or cut off.
  mutating func next(_ tag: Tag) -> ArraySlice<UInt8>? {
    guard rest.first == tag.rawValue else { return nil }
    return any()
  }

  /// The content of the next value, whatever its tag.
  mutating func any() -> ArraySlice<UInt8>? {
    var reading = rest.dropFirst()
    guard let first = reading.popFirst() else { return nil }
    var length = Int(first)
    if first >= 0x80 {
      guard 0x81...0x83 ~= first, reading.count >= Int(first & 0x7F) else { return nil }
      length = 0
      for _ in 0..<(first & 0x7F) { length = length << 8 | Int(reading.removeFirst()) }
    }
    guard length <= reading.count else { return nil }
    rest = reading.dropFirst(length)
    return reading.prefix(length)
  }

  /// The contents of the next integers; `nil` when there are fewer.
  mutating func integers(_ count: Int) -> [ArraySlice<UInt8>]? {
    var integers: [ArraySlice<UInt8>] = []
    for _ in 0..<count {
      guard let integer = next(.integer), !integer.isEmpty else { return nil }
      integers.append(integer)
    }
    return integers
  }
}
