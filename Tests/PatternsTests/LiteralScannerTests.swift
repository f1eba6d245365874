import Patterns
import Testing

/// A hit as a value that can be compared.
struct Hit: Hashable, Comparable {
  let literal: Int
  let end: Int

  static func < (left: Hit, right: Hit) -> Bool { (left.end, left.literal) < (right.end, right.literal) }

  static func found(by database: LiteralDatabase, in text: [UInt8]) throws -> [Hit] {
    var scanner = try LiteralScanner(database)
    return try unsafe scanner.hits(in: text.span.bytes).map { Hit(literal: $0.literal, end: $0.end) }.sorted()
  }

  /// Every place at which a literal stands, looked for one byte at a time.
  static func expected(_ literals: [[UInt8]], in text: [UInt8]) -> [Hit] {
    func lowered(_ bytes: [UInt8]) -> [UInt8] { bytes.map { (65...90).contains($0) ? $0 + 32 : $0 } }
    let text = lowered(text)
    var hits: [Hit] = []
    for (number, literal) in literals.enumerated() where literal.count <= text.count {
      for start in 0...(text.count - literal.count) where text[start...].starts(with: lowered(literal)) {
        hits.append(Hit(literal: number, end: start + literal.count))
      }
    }
    return hits.sorted()
  }
}

@Suite struct LiteralScannerTests {
  @Test(
    "literals are found in either case, overlapping, at both ends and more than once",
    arguments: [
      (["abc"], "ABCabcaBc", [Hit(literal: 0, end: 3), Hit(literal: 0, end: 6), Hit(literal: 0, end: 9)]),
      (["aa"], "aaaa", [Hit(literal: 0, end: 2), Hit(literal: 0, end: 3), Hit(literal: 0, end: 4)]),
      (["ab", "abcd", "cd"], "abcd", [Hit(literal: 0, end: 2), Hit(literal: 1, end: 4), Hit(literal: 2, end: 4)]),
      (["key", "key"], "key", [Hit(literal: 0, end: 3), Hit(literal: 1, end: 3)]),
      (["key"], "ke", []), (["key"], "", []), (["É"], "é", []),
    ])
  func hits(literals: [String], text: String, expected: [Hit]) throws {
    let database = try LiteralDatabase(literals.map { Array($0.utf8) })
    #expect(try Hit.found(by: database, in: Array(text.utf8)) == expected)
  }

  @Test("random literals in random texts: every place and no other, in the order of their ends", arguments: 0..<30)
  func property(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    let alphabet = Array(seed.isMultiple(of: 2) ? "abAB_".utf8 : "abcdefghijklmnopXYZ-_=\0\u{7f}".utf8)
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    }
    // vectorscan takes a NUL everywhere but at the beginning.
    let literals = (0..<(1 + seed * 3)).map { _ in bytes(1 + Int(random.next() % 7)) }.filter { $0[0] != 0 }
    let database = try LiteralDatabase(literals)
    var scanner = try LiteralScanner(database)
    for _ in 0..<20 {
      let text = bytes(Int(random.next() % 300))
      let hits = try unsafe scanner.hits(in: text.span.bytes)
      #expect(hits.map(\.end) == hits.map(\.end).sorted())
      #expect(hits.map { Hit(literal: $0.literal, end: $0.end) }.sorted() == Hit.expected(literals, in: text))
    }
  }
}

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
