/// XXH3 in its 64-bit form with seed 0 and the default secret (github.com/Cyan4973/xxHash, doc/xxhash_spec.md), which
/// kingfisher's fingerprints are made with. It is no cryptographic digest.
enum XXH3 {
  static func hash(_ input: [UInt8]) -> UInt64 {
    let count = input.count
    switch count {
    case 0: return finish64(read64(secret, 56) ^ read64(secret, 64))
    case 1...3: return hashOfFew(input)
    case 4...8:
      let flip = read64(secret, 8) ^ read64(secret, 16)
      let value = read32(input, count - 4) &+ read32(input, 0) << 32
      return finishShort(value ^ flip, UInt64(count))
    case 9...16:
      let low = read64(input, 0) ^ read64(secret, 24) ^ read64(secret, 32)
      let high = read64(input, count - 8) ^ read64(secret, 40) ^ read64(secret, 48)
      return finish(UInt64(count) &+ low.byteSwapped &+ high &+ fold(low, high))
    case 17...128: return hashOfSome(input)
    case 129...240: return hashOfMore(input)
    default: return hashOfMany(input)
    }
  }

  // MARK: By length

  private static func hashOfFew(_ input: [UInt8]) -> UInt64 {
    let count = input.count
    let (first, middle, last) = (UInt64(input[0]), UInt64(input[count >> 1]), UInt64(input[count - 1]))
    let value = first << 16 | middle << 24 | last | UInt64(count) << 8
    return finish64(value ^ read32(secret, 0) ^ read32(secret, 4))
  }

  private static func hashOfSome(_ input: [UInt8]) -> UInt64 {
    let count = input.count
    var sum = UInt64(count) &* prime64[0]
    for step in (0..<((count + 31) / 32)).reversed() {
      sum &+= mix(input, 16 * step, 32 * step) &+ mix(input, count - 16 * (step + 1), 32 * step + 16)
    }
    return finish(sum)
  }

  private static func hashOfMore(_ input: [UInt8]) -> UInt64 {
    let count = input.count
    var sum = UInt64(count) &* prime64[0]
    for step in 0..<8 { sum &+= mix(input, 16 * step, 16 * step) }
    sum = finish(sum)
    for step in 8..<(count / 16) { sum &+= mix(input, 16 * step, 16 * (step - 8) + 3) }
    return finish(sum &+ mix(input, count - 16, 136 - 17))
  }

  private static let stripe = 64
  private static let stripesInBlock = 16

  private static func hashOfMany(_ input: [UInt8]) -> UInt64 {
    var sums = [prime32[2], prime64[0], prime64[1], prime64[2], prime64[3], prime32[1], prime64[4], prime32[0]]
    let stripes = (input.count - 1) / stripe
    for number in 0..<stripes {
      let place = number % stripesInBlock
      accumulate(&sums, input, number * stripe, 8 * place)
      if place == stripesInBlock - 1 { scramble(&sums) }
    }
    accumulate(&sums, input, input.count - stripe, secret.count - stripe - 7)
    var sum = UInt64(input.count) &* prime64[0]
    for pair in 0..<4 {
      let place = 11 + 16 * pair
      sum &+= fold(sums[2 * pair] ^ read64(secret, place), sums[2 * pair + 1] ^ read64(secret, place + 8))
    }
    return finish(sum)
  }

  private static func accumulate(_ sums: inout [UInt64], _ input: [UInt8], _ place: Int, _ key: Int) {
    for lane in 0..<8 {
      let value = read64(input, place + 8 * lane)
      let keyed = value ^ read64(secret, key + 8 * lane)
      sums[lane ^ 1] &+= value
      sums[lane] &+= (keyed & 0xFFFF_FFFF) &* (keyed >> 32)
    }
  }

  private static func scramble(_ sums: inout [UInt64]) {
    for lane in 0..<8 {
      let value = sums[lane] ^ sums[lane] >> 47 ^ read64(secret, secret.count - stripe + 8 * lane)
      sums[lane] = value &* prime32[0]
    }
  }

  // MARK: Steps

  private static func mix(_ input: [UInt8], _ place: Int, _ key: Int) -> UInt64 {
    fold(read64(input, place) ^ read64(secret, key), read64(input, place + 8) ^ read64(secret, key + 8))
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return high ^ low
  }

  private static func finish(_ value: UInt64) -> UInt64 {
    let value = (value ^ value >> 37) &* 0x1656_6791_9E37_79F9
    return value ^ value >> 32
  }

  private static func finish64(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 33) &* prime64[1]
    value = (value ^ value >> 29) &* prime64[2]
    return value ^ value >> 32
  }

  private static func finishShort(_ value: UInt64, _ count: UInt64) -> UInt64 {
    func rotated(_ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
    let prime: UInt64 = 0x9FB2_1C65_1E98_DF25
    var value = (value ^ rotated(49) ^ rotated(24)) &* prime
    value = (value ^ (value >> 35 &+ count)) &* prime
    return value ^ value >> 28
  }

  private static func read64(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    var value: UInt64 = 0
    for byte in 0..<8 { value |= UInt64(bytes[place + byte]) << UInt64(8 * byte) }
    return value
  }

  private static func read32(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    var value: UInt64 = 0
    for byte in 0..<4 { value |= UInt64(bytes[place + byte]) << UInt64(8 * byte) }
    return value
  }

  private static let prime32: [UInt64] = [0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D]
  private static let prime64: [UInt64] = [
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5,
  ]

  private static let secret: [UInt8] = [
    0xB8, 0xFE, 0x6C, 0x39, 0x23, 0xA4, 0x4B, 0xBE, 0x7C, 0x01, 0x81, 0x2C, 0xF7, 0x21, 0xAD, 0x1C,
    0xDE, 0xD4, 0x6D, 0xE9, 0x83, 0x90, 0x97, 0xDB, 0x72, 0x40, 0xA4, 0xA4, 0xB7, 0xB3, 0x67, 0x1F,
    0xCB, 0x79, 0xE6, 0x4E, 0xCC, 0xC0, 0xE5, 0x78, 0x82, 0x5A, 0xD0, 0x7D, 0xCC, 0xFF, 0x72, 0x21,
    0xB8, 0x08, 0x46, 0x74, 0xF7, 0x43, 0x24, 0x8E, 0xE0, 0x35, 0x90, 0xE6, 0x81, 0x3A, 0x26, 0x4C,
    0x3C, 0x28, 0x52, 0xBB, 0x91, 0xC3, 0x00, 0xCB, 0x88, 0xD0, 0x65, 0x8B, 0x1B, 0x53, 0x2E, 0xA3,
    0x71, 0x64, 0x48, 0x97, 0xA2, 0x0D, 0xF9, 0x4E, 0x38, 0x19, 0xEF, 0x46, 0xA9, 0xDE, 0xAC, 0xD8,
    0xA8, 0xFA, 0x76, 0x3F, 0xE3, 0x9C, 0x34, 0x3F, 0xF9, 0xDC, 0xBB, 0xC7, 0xC7, 0x0B, 0x4F, 0x1D,
    0x8A, 0x51, 0xE0, 0x4B, 0xCD, 0xB4, 0x59, 0x31, 0xC8, 0x9F, 0x7E, 0xC9, 0xD9, 0x78, 0x73, 0x64,
    0xEA, 0xC5, 0xAC, 0x83, 0x34, 0xD3, 0xEB, 0xC3, 0xC5, 0x81, 0xA0, 0xFF, 0xFA, 0x13, 0x63, 0xEB,
    0x17, 0x0D, 0xDD, 0x51, 0xB7, 0xF0, 0xDA, 0x49, 0xD3, 0x16, 0x55, 0x26, 0x29, 0xD4, 0x68, 0x9E,
    0x2B, 0x16, 0xBE, 0x58, 0x7D, 0x47, 0xA1, 0xFC, 0x8F, 0xF8, 0xB8, 0xD1, 0x7A, 0xD0, 0x31, 0xCE,
    0x45, 0xCB, 0x3A, 0x8F, 0x95, 0x16, 0x04, 0x28, 0xAF, 0xD7, 0xFB, 0xCA, 0xBB, 0x4B, 0x40, 0x7E,
  ]
}
