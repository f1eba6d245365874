/// Repeatable random numbers (xorshift64*).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Paths whose names are prefixes of each other, in the places where git's orders of files and folders differ.
struct RandomPaths {
  private var random: Seeded
  private static let names = [
    "a", "a.b", "a-b", "a0", "ab", "b", "b.c", "b-", "c", "ä", "A", "a b", "z\u{1}", "x.y.z", "lib", "lib.c", "lib-",
    "lib0",
  ].map { Array($0.utf8) }

  init(seed: UInt64) { random = Seeded(seed: seed) }

  mutating func path(depth: Int = 4) -> [UInt8] {
    let count = Int.random(in: 1...depth, using: &random)
    let parts = (0..<count).map { _ in Self.names[Int.random(in: Self.names.indices, using: &random)] }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// Paths of which none is a folder of another.
  mutating func compatible(_ count: Int, depth: Int = 4) -> [[UInt8]] {
    var files: Set<[UInt8]> = []
    var folders: Set<[UInt8]> = []
    for _ in 0..<count {
      let path = path(depth: depth)
      let parents = path.indices.filter { path[$0] == UInt8(ascii: "/") }.map { Array(path[..<$0]) }
      guard !folders.contains(path), parents.allSatisfy({ !files.contains($0) }) else { continue }
      files.insert(path)
      folders.formUnion(parents)
    }
    return files.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
