/// A token of a pattern, small enough that short patterns are matched without a table.
struct GlobStep: Sendable {
  enum Kind: UInt8 { case symbol, one, many, fork, oneInSegment, manyInSegment, manyAny }

  let kind: Kind
  /// The symbol, or the place of the set.
  let value: UInt32

  init(_ token: GlobToken, _ sets: inout [SymbolSet]) {
    switch token {
    case .symbol(let symbol): (kind, value) = (.symbol, symbol)
    case .fork: (kind, value) = (.fork, 0)
    case .anyInSegment: (kind, value) = (.oneInSegment, 0)
    case .segmentRun: (kind, value) = (.manyInSegment, 0)
    case .run: (kind, value) = (.manyAny, 0)
    case .one(let set):
      (kind, value) = (.one, UInt32(sets.count))
      sets.append(set)
    case .many(let set):
      (kind, value) = (.many, UInt32(sets.count))
      sets.append(set)
    }
  }

  var isRun: Bool { kind == .many || kind == .manyInSegment || kind == .manyAny }

  @inline(__always)
  func takes(_ symbol: UInt32, _ sets: [SymbolSet]) -> Bool {
    switch kind {
    case .symbol: symbol == value
    case .oneInSegment, .manyInSegment: symbol != SymbolSet.slash
    case .manyAny: true
    case .fork: false
    case .one, .many: sets[Int(value)].contains(symbol)
    }
  }
}
