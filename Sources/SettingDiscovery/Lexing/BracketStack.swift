/// Tells which brackets belong together, also where some are missing.
struct BracketStack {
  private var open: [(token: Int32, closer: UInt8)] = []
  private var counts: (round: Int, square: Int, curly: Int) = (0, 0, 0)

  mutating func push(_ token: Int, closer: UInt8) {
    open.append((Int32(token), closer))
    change(closer, by: 1)
  }

  /// The one that `closer` closes; what was opened after it stays open.
  mutating func pop(_ closer: UInt8) -> Int? {
    guard count(closer) > 0 else { return nil }
    while let last = open.popLast() {
      change(last.closer, by: -1)
      if last.closer == closer { return Int(last.token) }
    }
    return nil
  }

  private func count(_ closer: UInt8) -> Int {
    switch closer {
    case UInt8(ascii: ")"): counts.round
    case UInt8(ascii: "]"): counts.square
    default: counts.curly
    }
  }

  private mutating func change(_ closer: UInt8, by change: Int) {
    switch closer {
    case UInt8(ascii: ")"): counts.round += change
    case UInt8(ascii: "]"): counts.square += change
    default: counts.curly += change
    }
  }
}
