/// Makes the table of a `LongGlob`: which tokens each of the first 256 symbols completes.
///
/// Symbols that no token tells apart share a row, so that a long pattern costs memory by its length and not by 256 times that.
struct GlobTable {
  private let tokens: [GlobToken]
  private let words: Int
  private(set) var advance: [UInt64] = []
  private(set) var stay: [UInt64] = []

  init(_ tokens: [GlobToken], words: Int) {
    (self.tokens, self.words) = (tokens, words)
  }

  /// The row of each symbol; fills `advance` and `stay`.
  mutating func makeRows() -> [UInt16] {
    let sets = distinctSets()
    var literals = Set<UInt32>()
    for case .symbol(let symbol) in tokens where symbol < 256 { literals.insert(symbol) }
    var known: [[Bool]: UInt16] = [:]
    var rows: [UInt16] = []
    for symbol in UInt32(0)..<256 {
      let traits = sets.map { $0.contains(symbol) }
      if !literals.contains(symbol), let row = known[traits] {
        rows.append(row)
        continue
      }
      let row = UInt16(advance.count / words)
      addRow(symbol)
      if !literals.contains(symbol) { known[traits] = row }
      rows.append(row)
    }
    return rows
  }

  /// The sets that occur, each once. When there are many, telling them apart costs more than it saves: then every symbol is
  /// taken for one of its own.
  private func distinctSets() -> [SymbolSet] {
    var sets: [SymbolSet] = []
    for token in tokens {
      switch token {
      case .symbol, .fork: continue
      case .one(let set), .many(let set): if !sets.contains(set) { sets.append(set) }
      }
      if sets.count > 16 { return SymbolSet.singles }
    }
    return sets
  }

  private mutating func addRow(_ symbol: UInt32) {
    var (done, kept) = ([UInt64](repeating: 0, count: words), [UInt64](repeating: 0, count: words))
    for (index, token) in tokens.enumerated() {
      switch token {
      case .symbol(let own): if own == symbol { done.set(index) }
      case .one(let set): if set.contains(symbol) { done.set(index) }
      case .many(let set): if set.contains(symbol) { kept.set(index) }
      case .fork: continue
      }
    }
    advance += done
    stay += kept
  }
}

extension SymbolSet {
  /// Eight sets that together tell all of the first 256 symbols apart.
  static let singles: [SymbolSet] = (0..<8).map { bit in
    SymbolSet((UInt32(0)..<256).filter { $0 >> UInt32(bit) & 1 == 1 })
  }
}
