/// Reads the wildcards of a git pattern, as wildmatch.c does.
struct GitGlob {
  private let pattern: ArraySlice<UInt8>
  /// Whether slashes matter: they do for a pattern that has one.
  private let matchesPaths: Bool
  private let ignoresCase: Bool
  private var place: Int
  private var tokens: [GlobToken] = []

  /// The steps of `pattern`, or nil if it can match nothing.
  static func tokens(_ pattern: ArraySlice<UInt8>, matchesPaths: Bool, ignoresCase: Bool) -> [GlobToken]? {
    var glob = GitGlob(pattern, matchesPaths, ignoresCase)
    return glob.read() ? glob.tokens : nil
  }

  private init(_ pattern: ArraySlice<UInt8>, _ matchesPaths: Bool, _ ignoresCase: Bool) {
    (self.pattern, self.matchesPaths, self.ignoresCase) = (pattern, matchesPaths, ignoresCase)
    place = pattern.startIndex
  }

  private mutating func read() -> Bool {
    while place < pattern.endIndex {
      let byte = pattern[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\\"):
        // A backslash at the end escapes nothing, and then nothing matches.
        guard place < pattern.endIndex else { return false }
        addEscaped(pattern[place])
        place += 1
      case UInt8(ascii: "?"): tokens.append(.anyInSegment)
      case UInt8(ascii: "*"): readStars()
      case UInt8(ascii: "["):
        guard let bracket = GitBracket(pattern, &place, ignoresCase: ignoresCase) else { return false }
        tokens.append(.one(bracket.set))
      default: add(byte)
      }
    }
    return true
  }

  private mutating func add(_ byte: UInt8) {
    guard ignoresCase, folded(byte) != byte || (byte >= 97 && byte <= 122) else {
      tokens.append(.symbol(UInt32(byte)))
      return
    }
    tokens.append(.one(SymbolSet([UInt32(folded(byte)), UInt32(folded(byte) & ~32)])))
  }

  /// git folds the text and the pattern, but not what is escaped: an escaped capital matches nothing when case is ignored.
  private mutating func addEscaped(_ byte: UInt8) {
    if ignoresCase, byte >= 65, byte <= 90 { tokens.append(.one(SymbolSet())) } else { add(byte) }
  }

  private mutating func readStars() {
    let first = place - 1
    while place < pattern.endIndex, pattern[place] == UInt8(ascii: "*") { place += 1 }
    func at(_ index: Int) -> UInt8? { index < pattern.endIndex ? pattern[index] : nil }
    let begins = first == pattern.startIndex || pattern[first - 1] == UInt8(ascii: "/")
    let isSlash = at(place) == UInt8(ascii: "/")
    let ends =
      place == pattern.endIndex || isSlash || (at(place) == UInt8(ascii: "\\") && at(place + 1) == UInt8(ascii: "/"))
    guard matchesPaths, place - first > 1, begins, ends else {
      tokens.append(.segmentRun)
      return
    }
    guard isSlash else {
      tokens.append(.run)
      return
    }
    tokens += GlobToken.folders()
    place += 1
  }
}
