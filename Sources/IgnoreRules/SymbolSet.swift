/// A set of symbols: bytes for git, scalars for Docker and npm.
///
/// The first 256 are bits, since nearly all are there; the rest are ranges.
struct SymbolSet: Equatable, Sendable {
  private var low = SIMD4<UInt64>(repeating: 0)
  private var high: [ClosedRange<UInt32>] = []
  private var invertsHigh = false

  static let slash: UInt32 = 0x2F

  init() {}

  init(_ symbols: some Sequence<UInt32>) { for symbol in symbols { insert(symbol) } }

  /// Everything but these.
  init(allBut symbols: some Sequence<UInt32>) {
    self.init(symbols)
    invert()
  }

  func contains(_ symbol: UInt32) -> Bool {
    guard symbol >= 256 else { return low[Int(symbol >> 6)] & (1 << UInt64(symbol & 63)) != 0 }
    return high.contains { $0.contains(symbol) } != invertsHigh
  }

  mutating func insert(_ symbol: UInt32) { insert(symbol...symbol) }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    if range.lowerBound < 256 {
      for symbol in range.lowerBound...min(range.upperBound, 255) { low[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63) }
    }
    if range.upperBound >= 256 { high.append(max(range.lowerBound, 256)...range.upperBound) }
  }

  /// Takes a symbol of the first 256 out.
  mutating func remove(_ symbol: UInt8) { low[Int(symbol >> 6)] &= ~(1 << UInt64(symbol & 63)) }

  mutating func invert() {
    low = ~low
    invertsHigh.toggle()
  }
}
