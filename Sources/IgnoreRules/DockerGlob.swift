/// Reads the wildcards of a `.dockerignore` pattern.
///
/// Docker makes a regular expression of most patterns, and compares strings for the others; which it does shows in what matches,
/// so the choice is made here as there. In an expression `.` is no line feed.
struct DockerGlob {
  enum Kind { case exact, prefix, suffix, glob }

  struct Problem: Error { let reason: DockerIgnoreError.Reason }

  private let pattern: [UInt32]
  private var place = 0
  private(set) var kind = Kind.exact
  /// Whether what was read can match nothing.
  private var isDead = false
  private(set) var tokens: [GlobToken] = []

  init(_ pattern: [UInt32]) { self.pattern = pattern }

  private static let lineRun = SymbolSet(allBut: [10])

  mutating func read() throws(Problem) {
    var steps = 0
    while place < pattern.count {
      let symbol = pattern[place]
      place += 1
      try read(symbol, isFirst: steps == 0)
      steps += 1
    }
  }

  private mutating func read(_ symbol: UInt32, isFirst: Bool) throws(Problem) {
    switch symbol {
    case "*": readStar(isFirst: isFirst)
    case "?":
      tokens.append(.anyInSegment)
      kind = .glob
    case "\\": try readEscape()
    case "[":
      tokens.append(.one(try readBracket()))
      kind = .glob
    case "]":
      tokens.append(.symbol(symbol))
      kind = .glob
    case "^":
      // It is not escaped, and in an expression it asks that nothing stands before it.
      if isDead { return }
      isDead = needsSymbol
      tokens = isDead ? tokens + [.one(SymbolSet())] : []
    default: tokens.append(.symbol(symbol))
    }
  }

  /// Whether what was read so far cannot match nothing.
  private var needsSymbol: Bool {
    let least = tokens.reduce(0) { least, token in
      switch token {
      case .symbol, .one: least + 1
      case .many: least
      case .fork: least - 1
      }
    }
    return least > 0
  }

  private mutating func readStar(isFirst: Bool) {
    guard place < pattern.count, pattern[place] == "*" else {
      tokens.append(.segmentRun)
      kind = .glob
      return
    }
    place += 1
    // `**/` is taken for `**`.
    if place < pattern.count, pattern[place] == "/" { place += 1 }
    if place == pattern.count {
      tokens.append(.many(DockerGlob.lineRun))
      kind = kind == .exact ? .prefix : .glob
    } else {
      tokens += GlobToken.folders(DockerGlob.lineRun)
      kind = .glob
    }
    if isFirst { kind = .suffix }
  }

  private mutating func readEscape() throws(Problem) {
    guard place < pattern.count else { throw Problem(reason: .openEscape) }
    let escaped = pattern[place]
    guard !isLetterOrDigit(escaped) else { throw Problem(reason: .letterEscape) }
    place += 1
    tokens.append(.symbol(escaped))
    kind = .glob
  }

  private mutating func readBracket() throws(Problem) -> SymbolSet {
    var set = SymbolSet()
    let isNegated = place < pattern.count && pattern[place] == "^"
    if isNegated { place += 1 }
    guard let end = pattern[place...].firstIndex(of: "]") else { throw Problem(reason: .openBracket) }
    guard end > place else { throw Problem(reason: .badBracket) }
    while place < end {
      let low = try member(end)
      guard place < end, pattern[place] == "-" else {
        set.insert(low)
        continue
      }
      place += 1
      let high = try member(end)
      guard low <= high else { throw Problem(reason: .badBracket) }
      set.insert(low...high)
    }
    place = end + 1
    if isNegated { set.invert() }
    return set
  }

  private mutating func member(_ end: Int) throws(Problem) -> UInt32 {
    guard place < end, pattern[place] != "-" else { throw Problem(reason: .badBracket) }
    let symbol = pattern[place]
    if ["*", "?", "[", "\\"].contains(symbol) { throw Problem(reason: .wildcardInBracket) }
    place += 1
    return symbol
  }

  private func isLetterOrDigit(_ symbol: UInt32) -> Bool {
    (48...57).contains(symbol) || (65...90).contains(symbol) || (97...122).contains(symbol)
  }
}

/// A scalar written as the character that it is.
extension UInt32: @retroactive ExpressibleByUnicodeScalarLiteral {
  /// The number of a scalar.
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = scalar.value }
}
