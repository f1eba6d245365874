/// Base 64 (RFC 4648, section 4), for what the build encoded. Foundation's decoder copies its input and its output once more each,
/// which a program that starts for every commit feels.
enum Base64 {
  /// The value of each digit; other bytes count as zero.
  private static let values: [UInt32] = {
    var values = [UInt32](repeating: 0, count: 256)
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt32(value) }
    return values
  }()

  /// - Parameter text: whole groups of four digits, the last filled with `=`, and nothing else.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let padding = unsafe text.suffix(2).count { $0 == UInt8(ascii: "=") }
    let count = text.count / 4 * 3
    return unsafe values.withUnsafeBufferPointer { values in
      var bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
        for group in 0..<(count / 3) {
          var bits: UInt32 = 0
          for digit in 0..<4 { bits = unsafe bits << 6 | values[Int(text[4 * group + digit])] }
          unsafe bytes[3 * group] = UInt8(truncatingIfNeeded: bits >> 16)
          unsafe bytes[3 * group + 1] = UInt8(truncatingIfNeeded: bits >> 8)
          unsafe bytes[3 * group + 2] = UInt8(truncatingIfNeeded: bits)
        }
        filled = count
      }
      bytes.removeLast(padding)
      return bytes
    }
  }
}
