/// How long a match of a regular expression can be, read off the expression itself.
///
/// Counts bytes of the subject and includes look-around, so that a window of this size on both sides of a point holds
/// everything that a match over that point can need. Whatever is not understood counts as unbounded: a wrong answer can
/// only make a window larger.
package struct PatternExtent {
  private var characters: [UInt8]
  private var position = 0
  private var isFreeSpacing = false
  /// The longest extent of any capture group so far: no back reference can stand for more.
  private var longestGroup = 0
  private var closedGroups = 0
  /// Groups of such a part share their numbers, so it is not known which of them is closed.
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
      guard let atom = atom() else { return nil }
      guard let repeats = quantifier() else { return nil }
      total = PatternExtent.sum(total, PatternExtent.product(atom, repeats))
    }
    return total
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
    case UInt8(ascii: "#") where isFreeSpacing:
      while let byte = next, byte != 10 { position += 1; _ = byte }
      return 0
    default:
      if isFreeSpacing, byte == 32 || (9...13).contains(byte) { return 0 }
      return 1
    }
  }

  /// After `(`.
  private mutating func group() -> Int? {
    var isCapture = true
    if take("?") {
      isCapture = false
      if take("#") {
        while let byte = next, byte != UInt8(ascii: ")") { position += 1; _ = byte }
        return take(")") ? 0 : nil
      }
      if take("P") {
        guard take("<") else { return nil }
        guard skipName(to: UInt8(ascii: ">")) else { return nil }
        isCapture = true
      } else if take("<") {
        if !take("="), !take("!") {
          guard skipName(to: UInt8(ascii: ">")) else { return nil }
          isCapture = true
        }
      } else if take(":") || take("=") || take("!") || take(">") {
        // The same as a plain group here: look-ahead is counted like text that is matched.
      } else if take("|") {
        // Each branch numbers its groups anew; a back reference is bounded by the longest of all.
        isCapture = true
        hasBranchReset = true
      } else {
        guard let isWhole = flags() else { return nil }
        if isWhole { return 0 }
      }
    } else if next == UInt8(ascii: "*") {
      return nil
    }
    let outerSpacing = isFreeSpacing
    guard let inner = alternation(), take(")") else { return nil }
    isFreeSpacing = outerSpacing
    if isCapture {
      longestGroup = max(longestGroup, inner)
      closedGroups += 1
    }
    return inner
  }

  /// Inline flags after `(?`; true when they stand alone, `(?i)`, and false before a group's body, `(?i:`.
  private mutating func flags() -> Bool? {
    var sets = true
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: ")"): return true
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "-"): sets = false
      case UInt8(ascii: "x"): isFreeSpacing = sets
      case UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "s"): continue
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
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == UInt8(ascii: "["), next == UInt8(ascii: ":") {
        guard skipName(to: UInt8(ascii: "]")) else { return nil }
      }
    }
    return nil
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
      // A group that comes later, or holds the reference, may be longer than any so far.
      return Int(byte) - 48 <= closedGroups && !hasBranchReset ? longestGroup : nil
    default:
      // A letter or zero is an escape that is not known here.
      let isAlphanumeric = byte < 128 && Character(UnicodeScalar(byte)).isLetter || (48...57).contains(byte)
      return isAlphanumeric ? nil : 1
    }
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    Character(UnicodeScalar(byte)).isHexDigit
  }

  /// The most repeats that the quantifier at this place allows; 1 when there is none.
  private mutating func quantifier() -> Int? {
    var most = 1
    switch next {
    case UInt8(ascii: "?"):
      position += 1
    case UInt8(ascii: "*"), UInt8(ascii: "+"):
      position += 1
      most = PatternExtent.unbounded
    case UInt8(ascii: "{"):
      guard let bound = braces() else { return 1 }
      most = bound
    default:
      return 1
    }
    if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { position += 1 }
    return most
  }

  /// `{n}`, `{n,}` or `{n,m}`; `nil`, with nothing taken, when the brace is a literal.
  private mutating func braces() -> Int? {
    guard let end = characters[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let body = String(decoding: characters[(position + 1)..<end], as: UTF8.self)
    let parts = body.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let least = Int(first) else { return nil }
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
