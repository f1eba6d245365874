/// A text as scalars, where each byte that is no part of one becomes U+FFFD, as Go and JavaScript read it.
enum Scalars {
  static func of(_ bytes: some Collection<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place = bytes.index(after: place)
      scalars.append(byte < 128 ? UInt32(byte) : sequence(byte, bytes, &place))
    }
    return scalars
  }

  private static func sequence<T: Collection<UInt8>>(_ first: UInt8, _ bytes: T, _ place: inout T.Index) -> UInt32 {
    let (length, least): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (length, least) = (1, 0x80)
    case 0xE0...0xEF: (length, least) = (2, 0x800)
    case 0xF0...0xF4: (length, least) = (3, 0x10000)
    default: return 0xFFFD
    }
    var scalar = UInt32(first) & (0x3F >> UInt32(length))
    var next = place
    for _ in 0..<length {
      guard next < bytes.endIndex, bytes[next] & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
      next = bytes.index(after: next)
    }
    guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return 0xFFFD }
    place = next
    return scalar
  }
}
