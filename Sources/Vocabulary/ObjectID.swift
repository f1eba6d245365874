/// The name of a git object: 20 bytes (SHA-1) or 32 bytes (SHA-256).
package struct ObjectID: Hashable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The object named by an even number of hexadecimal digits; `nil` for anything else.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 40 || hex.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hex.count / 2)
    var high: UInt8?
    for digit in hex {
      guard let value = Hexadecimal.value(of: digit) else { return nil }
      if let pending = high {
        bytes.append(pending << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  /// Git writes the all-zero name where there is no object.
  package var isZero: Bool { bytes.allSatisfy { $0 == 0 } }

  package var description: String { Hexadecimal.string(bytes) }
}
