/// Numbers in archives are little-endian and stand anywhere; what lies beyond the end is zero, as a caller checks before.
extension Array where Element == UInt8 {
  func number16(at place: Int) -> Int {
    place >= 0 && place + 2 <= count ? Int(self[place]) | Int(self[place + 1]) << 8 : 0
  }

  func number32(at place: Int) -> Int { number16(at: place) | number16(at: place + 2) << 16 }

  /// Puts NUL in the place of everything but line feeds.
  mutating func blank(_ range: Range<Int>) {
    for place in range where self[place] != 10 { self[place] = 0 }
  }
}
