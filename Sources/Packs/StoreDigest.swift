internal import Vocabulary

/// A digest of 128 bits (FNV-1a) over the checksums of all packs and the ids of all loose objects.
///
/// It tells stores apart that came about by themselves; it withstands nobody who makes collisions.
struct StoreDigest: CustomStringConvertible {
  private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

  init(_ sources: ObjectSources) {
    for checksum in sources.packs.map(\.pack.checksum).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      add(1)
      checksum.forEach { add($0) }
    }
    for folder in sources.loose {
      add(2)
      for byte in 0..<folder.ids.count { add(folder.ids[byte]) }
    }
  }

  private mutating func add(_ byte: UInt8) { state = (state ^ UInt128(byte)) &* StoreDigest.prime }

  var description: String {
    Hexadecimal.string((0..<16).reversed().map { UInt8(truncatingIfNeeded: state >> ($0 * 8)) })
  }
}
