/// A bracket expression of git's patterns, such as `[!a-z[:digit:]]`.
///
/// It reads what wildmatch.c reads, with what that makes of odd input: an expression that is not closed, or that names a class
/// which there is not, matches nothing, and so does the pattern that it is in.
struct GitBracket {
  private(set) var set = SymbolSet()
  private let ignoresCase: Bool

  /// - Parameter place: the byte after `[`; afterwards the byte after `]`.
  init?(_ pattern: ArraySlice<UInt8>, _ place: inout Int, ignoresCase: Bool) {
    self.ignoresCase = ignoresCase
    let isNegated =
      place < pattern.endIndex && (pattern[place] == UInt8(ascii: "!") || pattern[place] == UInt8(ascii: "^"))
    if isNegated { place += 1 }
    var previous: UInt8 = 0
    // The first byte belongs to the set even if it is the one that would close it.
    repeat {
      guard place < pattern.endIndex, read(pattern, &place, &previous) else { return nil }
      guard place < pattern.endIndex else { return nil }
    } while pattern[place] != UInt8(ascii: "]")
    place += 1
    finish(isNegated)
  }

  /// Reads one member; false if the whole expression can match nothing.
  private mutating func read(_ pattern: ArraySlice<UInt8>, _ place: inout Int, _ previous: inout UInt8) -> Bool {
    let byte = pattern[place]
    func next(_ distance: Int) -> UInt8 { place + distance < pattern.endIndex ? pattern[place + distance] : 0 }
    if byte == UInt8(ascii: "\\") {
      guard place + 1 < pattern.endIndex else { return false }
      insert(next(1))
      previous = next(1)
      place += 2
    } else if byte == UInt8(ascii: "-"), previous != 0, next(1) != 0, next(1) != UInt8(ascii: "]") {
      place += 1
      if pattern[place] == UInt8(ascii: "\\") { place += 1 }
      guard place < pattern.endIndex else { return false }
      insertRange(previous, pattern[place])
      previous = 0
      place += 1
    } else if byte == UInt8(ascii: "["), next(1) == UInt8(ascii: ":") {
      return readClass(pattern, &place, &previous)
    } else {
      insert(byte)
      previous = byte
      place += 1
    }
    return true
  }

  private mutating func readClass(_ pattern: ArraySlice<UInt8>, _ place: inout Int, _ previous: inout UInt8) -> Bool {
    guard let end = pattern[(place + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return false }
    guard end > place + 2, pattern[end - 1] == UInt8(ascii: ":") else {
      // No «:]» closes the name: the bracket stands for itself.
      insert(UInt8(ascii: "["))
      previous = UInt8(ascii: "[")
      place += 1
      return true
    }
    guard let members = GitBracketClass(name: pattern[(place + 2)..<(end - 1)])?.members(ignoringCase: ignoresCase)
    else {
      return false
    }
    for byte in members { insert(byte) }
    previous = 0
    place = end + 1
    return true
  }

  private mutating func insert(_ byte: UInt8) { set.insert(UInt32(byte)) }

  private mutating func insertRange(_ first: UInt8, _ last: UInt8) {
    guard first <= last else { return }
    for byte in first...last {
      insert(byte)
      // Only ranges and [:upper:] look at the other case.
      if ignoresCase, byte >= 65, byte <= 90 { insert(folded(byte)) }
    }
  }

  private mutating func finish(_ isNegated: Bool) {
    // With the case ignored the text is in small letters, and what the set says of capitals is never asked.
    if isNegated { set.invert() }
    set.remove(UInt8(ascii: "/"))
    guard ignoresCase else { return }
    for capital in UInt8(65)...90 {
      if set.contains(UInt32(capital | 32)) { set.insert(UInt32(capital)) } else { set.remove(capital) }
    }
  }
}
