internal import Glibc

/// Shannon entropy.
enum Entropy {
  /// Bits per byte of the distribution of bytes in `bytes`: 0 for one repeated byte, at most 8.
  static func shannon(_ bytes: ArraySlice<UInt8>) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    return counts.reduce(0) { sum, count in
      guard count > 0 else { return sum }
      let share = Double(count) / total
      return sum - share * log2(share)
    }
  }
}
