/// One step of a pattern with wildcards.
enum GlobToken: Equatable, Sendable {
  /// This symbol.
  case symbol(UInt32)
  /// One symbol of a set.
  case one(SymbolSet)
  /// Any number of symbols of a set, none included.
  case many(SymbolSet)
  /// Nothing; the two steps after this one may be left out together.
  case fork

  /// Any symbol within a segment of a path.
  static let anyInSegment = GlobToken.one(SymbolSet(allBut: [SymbolSet.slash]))
  /// `*`
  static let segmentRun = GlobToken.many(SymbolSet(allBut: [SymbolSet.slash]))
  /// `**` where slashes are matched too.
  static let run = GlobToken.many(SymbolSet(allBut: []))
  static let slash = GlobToken.symbol(SymbolSet.slash)

  /// `**/`: a path of folders with the slash after it, or nothing.
  static func folders(_ set: SymbolSet = SymbolSet(allBut: [])) -> [GlobToken] { [.fork, .many(set), .slash] }
}
