/// How long a match of a regular expression can be, read off the expression itself.
///
/// Counts bytes of the subject and includes look-around, so that a window of this size on both sides of a point holds
/// everything that a match over that point can need. Whatever is not understood counts as unbounded: a wrong answer can
/// only make a window larger.
package struct PatternExtent {
  private var characters: [UInt8]
  private var position = 0
  /// The longest extent of each capture group that is closed, by its number: what a back reference can stand for.
  private var closedGroups: [Int: Int] = [:]
  private var openedGroups = 0
  /// Groups of such a part share their numbers, so it is not known which of them a back reference means.
  private var hasBranchReset = false
  private static let unbounded = Int.max

  private init(_ pattern: String) {
    characters = Array(pattern.utf8)
  }

  /// The longest match in bytes, or `nil` when there is no bound.
  package static func longestMatch(of pattern: String) -> Int? {
    var reader = PatternExtent(pattern)
    guard let extent = reader.alternation(), reader.position == reader.characters.count, extent < unbounded else {
      return nil
    }
    return extent
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? unbounded : sum
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    if left == 0 || right == 0 { return 0 }
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? unbounded : product
  }

  private var next: UInt8? { position < characters.count ? characters[position] : nil }

  private mutating func take(_ byte: Character) -> Bool {
    guard let ascii = byte.asciiValue, next == ascii else { return false }
    position += 1
    return true
  }

  private mutating func alternation() -> Int? {
    var longest = 0
    repeat {
      guard let branch = sequence() else { return nil }
      longest = max(longest, branch)
    } while take("|")
    return longest
  }

  private mutating func sequence() -> Int? {
    var total = 0
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard var extent = atom() else { return nil }
      while skipComments(), let repeats = quantifier() { extent = PatternExtent.product(extent, repeats) }
      total = PatternExtent.sum(total, extent)
    }
    return total
  }

  /// Comments between an atom and its quantifier; always true.
  private mutating func skipComments() -> Bool {
    while characters[position...].starts(with: Array("(?#".utf8)),
      let end = characters[position...].firstIndex(of: UInt8(ascii: ")"))
    {
      position = end + 1
    }
    return true
  }

  private mutating func atom() -> Int? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "("): return group()
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return 0
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return nil
    default: return 1
    }
  }

  /// After `(`.
  private mutating func group() -> Int? {
    var number: Int?
    if take("?") {
      if take("#") { return skipName(to: UInt8(ascii: ")")) ? 0 : nil }
      if take("P") || characters[position...].starts(with: Array("<".utf8)) {
        guard take("<") else { return nil }
        if !take("="), !take("!") {
          guard skipName(to: UInt8(ascii: ">")) else { return nil }
          number = openGroup()
        }
      } else if take("|") {
        hasBranchReset = true
      } else if take(":") || take("=") || take("!") || take(">") {
        // The same as a plain group here: look-ahead is counted like text that is matched.
      } else {
        guard let isWhole = flags() else { return nil }
        if isWhole { return 0 }
      }
    } else {
      // Verbs such as (*SKIP) are not for rules.
      if next == UInt8(ascii: "*") { return nil }
      number = openGroup()
    }
    guard let inner = alternation(), take(")") else { return nil }
    if let number { closedGroups[number] = inner }
    return inner
  }

  private mutating func openGroup() -> Int {
    openedGroups += 1
    return openedGroups
  }

  /// Inline flags after `(?`; true when they stand alone, `(?i)`, and false before a group's body, `(?i:`.
  private mutating func flags() -> Bool? {
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: ")"): return true
      case UInt8(ascii: ":"): return false
      // Free spacing (x) is left out: it changes what every later character means.
      case UInt8(ascii: "-"), UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "s"): continue
      default: return nil
      }
    }
    return nil
  }

  private mutating func skipName(to end: UInt8) -> Bool {
    while let byte = next {
      position += 1
      if byte == end { return true }
    }
    return false
  }

  /// After `[`.
  private mutating func characterClass() -> Int? {
    _ = take("^")
    _ = take("]")
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "]") { return 1 }
      if byte == UInt8(ascii: "\\") {
        // \c takes the next character, whatever it is.
        if next == UInt8(ascii: "c") { return nil }
        position += 1
      }
      if byte == UInt8(ascii: "["), next == UInt8(ascii: ":"), !skipClassName() { return nil }
    }
    return nil
  }

  /// After `[` inside a class: a name such as `[:alpha:]`.
  private mutating func skipClassName() -> Bool {
    position += 1
    while let byte = next, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "^") {
      position += 1
    }
    return take(":") && take("]")
  }

  /// After a backslash.
  private mutating func escape() -> Int? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"),
      UInt8(ascii: "G"), UInt8(ascii: "K"):
      return 0
    case UInt8(ascii: "x"):
      if take("{") { return skipName(to: UInt8(ascii: "}")) ? 1 : nil }
      for _ in 0..<2 { if let digit = next, isHexadecimal(digit) { position += 1 } }
      return 1
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "s"),
      UInt8(ascii: "S"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "v"), UInt8(ascii: "V"),
      UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "e"), UInt8(ascii: "a"):
      return 1
    case UInt8(ascii: "R"):
      return 2
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      // A second digit makes it an octal code or a group of a higher number.
      if let digit = next, (48...57).contains(digit) { return nil }
      return hasBranchReset ? nil : closedGroups[Int(byte) - 48]
    default:
      // A letter or zero is an escape that is not known here.
      let isAlphanumeric = byte < 128 && Character(UnicodeScalar(byte)).isLetter || (48...57).contains(byte)
      return isAlphanumeric ? nil : 1
    }
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    Character(UnicodeScalar(byte)).isHexDigit
  }

  /// The most repeats that the quantifier at this place allows; `nil` when there is none.
  private mutating func quantifier() -> Int? {
    let most: Int
    switch next {
    case UInt8(ascii: "?"):
      position += 1
      most = 1
    case UInt8(ascii: "*"), UInt8(ascii: "+"):
      position += 1
      most = PatternExtent.unbounded
    case UInt8(ascii: "{"):
      guard let bound = braces() else { return nil }
      most = bound
    default:
      return nil
    }
    // Lazy and possessive forms match no more.
    if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { position += 1 }
    return most
  }

  /// `{n}`, `{n,}` or `{n,m}`; `nil`, with nothing taken, when the brace is a literal.
  private mutating func braces() -> Int? {
    guard let end = characters[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let body = String(decoding: characters[(position + 1)..<end], as: UTF8.self)
    let parts = body.split(separator: ",", omittingEmptySubsequences: false)
    func isNumber(_ part: Substring) -> Bool { part.utf8.allSatisfy { (48...57).contains($0) } }
    guard parts.count <= 2, parts.allSatisfy(isNumber), let least = Int(parts[0]) else { return nil }
    let most: Int
    if parts.count == 1 {
      most = least
    } else if parts[1].isEmpty {
      most = PatternExtent.unbounded
    } else {
      guard let bound = Int(parts[1]) else { return nil }
      most = bound
    }
    position = end + 1
    return most
  }
}
