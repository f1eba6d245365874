/// Reads numbers and byte strings whose lengths stand before them, the highest byte first, as SSH (RFC 4251, section 5) and OpenPGP
/// write them.
struct WireReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func number(_ size: Int) -> Int? { bytes(size).map { $0.reduce(0) { $0 << 8 | Int($1) } } }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A string of SSH.
  mutating func string() -> ArraySlice<UInt8>? { number(4).flatMap { bytes($0) } }
}
