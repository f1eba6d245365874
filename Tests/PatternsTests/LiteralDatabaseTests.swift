import Patterns
import Testing

@Suite struct LiteralDatabaseTests {
  private static let literals = ["key", "KEY", "token", "tok", "ken", "to", "o", "n\0b", "ü"].map { Array($0.utf8) }
  private static let text = Array("a Token, a KEY; tOKENkey n\0B ü Ü".utf8)

  @Test("both targets find the same", arguments: [LiteralDatabase.Target.native, .portable])
  func targets(target: LiteralDatabase.Target) throws {
    let database = try LiteralDatabase(Self.literals, target: target)
    #expect(try Hit.found(by: database, in: Self.text) == Hit.expected(Self.literals, in: Self.text))
  }

  @Test("a database read back finds the same", arguments: [LiteralDatabase.Target.native, .portable])
  func roundTrip(target: LiteralDatabase.Target) throws {
    let bytes = try LiteralDatabase(Self.literals, target: target).serialized()
    let database = try unsafe LiteralDatabase(serialized: bytes.span.bytes)
    #expect(try Hit.found(by: database, in: Self.text) == Hit.expected(Self.literals, in: Self.text))
  }

  @Test("of many literals only they are found, and no control characters")
  func manyLiterals() throws {
    let literals = (0..<300).map { Array("key\($0)_".utf8) }
    let text = Array("key17_ \u{1}\u{2} key299_\u{1}\u{2}".utf8)
    let database = try LiteralDatabase(literals)
    #expect(try Hit.found(by: database, in: text) == Hit.expected(literals, in: text))
    let written = try database.serialized()
    let readBack = try unsafe LiteralDatabase(serialized: written.span.bytes)
    #expect(try Hit.found(by: readBack, in: text) == Hit.expected(literals, in: text))
  }

  @Test("bytes that no database wrote are refused", arguments: [0, 1, 8, 24, 100, 4096])
  func garbage(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    let error = #expect(throws: PatternError.self) { try unsafe LiteralDatabase(serialized: bytes.span.bytes) }
    #expect(error?.code == .engine)
  }

  @Test("a database cut off or changed is refused")
  func damage() throws {
    let bytes = try LiteralDatabase(Self.literals).serialized()
    for length in stride(from: 0, to: bytes.count, by: 61) {
      let cut = Array(bytes.prefix(length))
      #expect(throws: PatternError.self) { try unsafe LiteralDatabase(serialized: cut.span.bytes) }
    }
    // A header without a digest stands before what is checked, and filling after it.
    for position in stride(from: 40, to: bytes.count - 128, by: 53) {
      var changed = bytes
      changed[position] ^= 0x10
      #expect(throws: PatternError.self) { try unsafe LiteralDatabase(serialized: changed.span.bytes) }
    }
  }

  @Test(
    "no literals, an empty one, and one that vectorscan takes for empty are refused",
    arguments: [
      [], [""], ["key", ""], ["\0key"], ["key", "\0"],
    ])
  func emptyLiterals(literals: [String]) {
    let error = #expect(throws: PatternError.self) { try LiteralDatabase(literals.map { Array($0.utf8) }) }
    #expect(error?.code == .engine)
    #expect(error?.cause == "a literal is empty, or begins with NUL")
  }
}
