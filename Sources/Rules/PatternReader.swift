/// Reads a regular expression of PCRE2's, as far as rules use them; what is not understood makes it give up.
struct PatternReader {
  var characters: [UInt8]
  var position = 0
  /// What each capture group matches that is closed, by its number: what a back reference can stand for.
  private var closedGroups: [Int: PatternNode] = [:]
  private var openedGroups = 0
  /// Groups of such a part share their numbers, so it is not known which of them a back reference means.
  private var hasBranchReset = false
  /// Whether letters stand for both their cases here.
  var isCaseless = false

  private init(_ pattern: String) {
    characters = Array(pattern.utf8)
  }

  /// What a whole expression matches; `nil` when something in it is not understood.
  static func node(of pattern: String) -> PatternNode? {
    var reader = PatternReader(pattern)
    guard let node = reader.alternation(), reader.position == reader.characters.count else { return nil }
    return node
  }

  var next: UInt8? { position < characters.count ? characters[position] : nil }

  mutating func take(_ byte: Character) -> Bool {
    guard let ascii = byte.asciiValue, next == ascii else { return false }
    position += 1
    return true
  }

  private mutating func alternation() -> PatternNode? {
    // A flag that is set in a group holds to the group's end, in further branches too.
    let outer = isCaseless
    defer { isCaseless = outer }
    var branches: [PatternNode] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func sequence() -> PatternNode? {
    var parts: [PatternNode] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard var part = atom() else { return nil }
      while skipComments(), let (least, most) = quantifier() { part = .repeated(part, least: least, most: most) }
      parts.append(part)
    }
    return .sequence(parts)
  }

  /// Comments between an atom and its quantifier; always true.
  private mutating func skipComments() -> Bool {
    while characters[position...].starts(with: "(?#".utf8),
      let end = characters[position...].firstIndex(of: UInt8(ascii: ")"))
    {
      position = end + 1
    }
    return true
  }

  private mutating func atom() -> PatternNode? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "("): return group()
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return .nothing
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return nil
    case UInt8(ascii: "."): return .byte(.all)
    default: return literal(byte)
    }
  }

  func literal(_ byte: UInt8) -> PatternNode {
    let set = ByteSet([byte])
    return .byte(isCaseless ? set.caseless : set)
  }

  /// After `(`.
  private mutating func group() -> PatternNode? {
    let outer = isCaseless
    var number: Int?
    var looksAround = false
    if take("?") {
      if take("#") { return skipName(to: UInt8(ascii: ")")) ? .nothing : nil }
      if take("P") || next == UInt8(ascii: "<") {
        guard take("<") else { return nil }
        if take("=") || take("!") {
          looksAround = true
        } else {
          guard skipName(to: UInt8(ascii: ">")) else { return nil }
          number = openGroup()
        }
      } else if take("|") {
        hasBranchReset = true
      } else if take("=") || take("!") {
        looksAround = true
      } else if !take(":"), !take(">") {
        guard let isWhole = flags() else { return nil }
        // What was set holds on.
        if isWhole { return .nothing }
      }
    } else {
      // Verbs such as (*SKIP) are not for rules.
      if next == UInt8(ascii: "*") { return nil }
      number = openGroup()
    }
    defer { isCaseless = outer }
    guard let inner = alternation(), take(")") else { return nil }
    if let number { closedGroups[number] = inner }
    return looksAround ? .lookAround(inner) : inner
  }

  private mutating func openGroup() -> Int {
    openedGroups += 1
    return openedGroups
  }

  /// Inline flags after `(?`; true when they stand alone, `(?i)`, and false before a group's body, `(?i:`.
  private mutating func flags() -> Bool? {
    var isSet = true
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: ")"): return true
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "-"): isSet = false
      case UInt8(ascii: "i"): isCaseless = isSet
      // Free spacing (x) is left out: it changes what every later character means.
      case UInt8(ascii: "m"), UInt8(ascii: "s"): continue
      default: return nil
      }
    }
    return nil
  }

  mutating func skipName(to end: UInt8) -> Bool {
    while let byte = next {
      position += 1
      if byte == end { return true }
    }
    return false
  }

  /// What the group of this number took; `nil` when it is not known.
  func reference(to group: Int) -> PatternNode? {
    guard !hasBranchReset, let node = closedGroups[group] else { return nil }
    return .reference(to: node)
  }
}
