/// The operators of more than one byte that say something of how a value is used.
enum Operators {
  /// How many bytes the operator has that begins with these.
  static func length(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let pair = UInt16(first) << 8 | UInt16(second)
    guard beginnings[Int(first & 127)] & ends[Int(second & 127)] != 0, pairs.contains(pair) else { return 1 }
    return triples.contains(UInt32(pair) << 8 | UInt32(third)) ? 3 : 2
  }

  private static let pairs: Set<UInt16> = Set(
    [
      "?.", "??", "||", "&&", "::", "->", "=>", "==", "!=", "!!", "?:", ":=", "+=", "-=", "<=", ">=", "|>", "<>", "<-",
      "..", "**", "++", "--", "&.", "=~", "|=",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt16($1) } })

  /// Quick answers: whether a byte begins any pair, and whether it ends one.
  private static let beginnings: [UInt8] = (0..<128).map { byte in pairs.contains { $0 >> 8 == byte } ? 1 : 0 }
  private static let ends: [UInt8] = (0..<128).map { byte in pairs.contains { $0 & 127 == byte } ? 1 : 0 }

  private static let triples: Set<UInt32> = Set(
    ["===", "!==", "...", "??=", "||=", "&&=", "**=", "..<", "..="].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
}
