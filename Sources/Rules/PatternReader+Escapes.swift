/// Classes of characters, and what stands behind a backslash.
extension PatternReader {
  /// After `[`.
  mutating func characterClass() -> PatternNode? {
    let isNegated = take("^")
    var set = ByteSet()
    var last: UInt8?
    if take("]") {
      set.insert(UInt8(ascii: "]"))
      last = UInt8(ascii: "]")
    }
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "]") { return .byte(closed(set, isNegated)) }
      if byte == UInt8(ascii: "-"), let first = last, next != UInt8(ascii: "]") {
        last = nil
        // To an end that is no single byte, the hyphen stands for itself, or who knows.
        guard let end = member(into: &set) else { return nil }
        if let end, first <= end { set.formUnion(ByteSet(first...end)) } else { set = .all }
        continue
      }
      position -= 1
      guard let single = member(into: &set) else { return nil }
      last = single
    }
    return nil
  }

  private func closed(_ set: ByteSet, _ isNegated: Bool) -> ByteSet {
    // A negated class leaves out what it names for sure, and a set that is too large would leave out too much.
    if isNegated { return .all }
    return isCaseless ? set.caseless : set
  }

  /// Adds what stands here in a class to `set`; the byte itself if it is one, and `nil` in it if it is none.
  private mutating func member(into set: inout ByteSet) -> UInt8?? {
    guard let byte = next else { return nil }
    position += 1
    if byte == UInt8(ascii: "["), next == UInt8(ascii: ":") {
      guard skipClassName() else { return nil }
      set = .all
      return .some(nil)
    }
    guard byte == UInt8(ascii: "\\") else {
      set.insert(byte)
      return byte
    }
    // \c takes the next character, whatever it is.
    guard let escaped = next, escaped != UInt8(ascii: "c") else { return nil }
    position += 1
    if let named = PatternReader.named(escaped) {
      set.formUnion(named)
      return .some(nil)
    }
    if escaped == UInt8(ascii: "x"), let value = hexadecimal() {
      set.insert(value)
      return value
    }
    let isAlphanumeric = ByteSet.alphanumerics.contains(escaped)
    if isAlphanumeric { set = .all } else { set.insert(escaped) }
    return isAlphanumeric ? .some(nil) : escaped
  }

  /// After `[` inside a class: a name such as `[:alpha:]`.
  private mutating func skipClassName() -> Bool {
    position += 1
    while let byte = next, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "^") {
      position += 1
    }
    return take(":") && take("]")
  }

  /// The two digits of `\x41`; `nil`, with nothing taken, for every other form.
  private mutating func hexadecimal() -> UInt8? {
    let digits = String(decoding: characters[position...].prefix(2), as: UTF8.self)
    guard digits.utf8.count == 2, digits.utf8.allSatisfy(isHexadecimal), let value = UInt8(digits, radix: 16) else {
      return nil
    }
    position += 2
    return value
  }

  /// What a class by one letter holds.
  private static func named(_ letter: UInt8) -> ByteSet? {
    switch letter {
    case UInt8(ascii: "d"): .digits
    case UInt8(ascii: "w"): .word
    case UInt8(ascii: "s"): .space
    case UInt8(ascii: "h"): ByteSet([9, 32, 0xA0])
    case UInt8(ascii: "v"): ByteSet(10...13).union(ByteSet([0x85]))
    case UInt8(ascii: "D"), UInt8(ascii: "W"), UInt8(ascii: "S"), UInt8(ascii: "H"), UInt8(ascii: "V"),
      UInt8(ascii: "N"):
      .all
    case UInt8(ascii: "n"): ByteSet([10])
    case UInt8(ascii: "r"): ByteSet([13])
    case UInt8(ascii: "t"): ByteSet([9])
    case UInt8(ascii: "f"): ByteSet([12])
    case UInt8(ascii: "e"): ByteSet([27])
    case UInt8(ascii: "a"): ByteSet([7])
    default: nil
    }
  }

  /// After a backslash.
  mutating func escape() -> PatternNode? {
    guard let byte = next else { return nil }
    position += 1
    if let named = PatternReader.named(byte) { return .byte(named) }
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"),
      UInt8(ascii: "G"), UInt8(ascii: "K"):
      return .nothing
    case UInt8(ascii: "x"):
      if take("{") { return skipName(to: UInt8(ascii: "}")) ? .byte(.all) : nil }
      if let value = hexadecimal() { return literal(value) }
      if let digit = next, isHexadecimal(digit) { position += 1 }
      return .byte(.all)
    case UInt8(ascii: "R"):
      return .bytes(atMost: 2)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      // A second digit makes it an octal code or a group of a higher number.
      if let digit = next, (48...57).contains(digit) { return nil }
      return reference(to: Int(byte) - 48)
    default:
      // A letter or zero is an escape that is not known here.
      return ByteSet.alphanumerics.contains(byte) ? nil : literal(byte)
    }
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    Character(UnicodeScalar(byte)).isHexDigit
  }

  /// How often the quantifier at this place repeats; `nil` when there is none.
  mutating func quantifier() -> (least: Int, most: Int)? {
    let bounds: (least: Int, most: Int)
    switch next {
    case UInt8(ascii: "?"):
      position += 1
      bounds = (0, 1)
    case UInt8(ascii: "*"):
      position += 1
      bounds = (0, PatternNode.unbounded)
    case UInt8(ascii: "+"):
      position += 1
      bounds = (1, PatternNode.unbounded)
    case UInt8(ascii: "{"):
      guard let braces = braces() else { return nil }
      bounds = braces
    default:
      return nil
    }
    // Lazy and possessive forms match no more.
    if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { position += 1 }
    return bounds
  }

  /// `{n}`, `{n,}` or `{n,m}`; `nil`, with nothing taken, when the brace is a literal.
  private mutating func braces() -> (least: Int, most: Int)? {
    guard let end = characters[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let body = String(decoding: characters[(position + 1)..<end], as: UTF8.self)
    let parts = body.split(separator: ",", omittingEmptySubsequences: false)
    func isNumber(_ part: Substring) -> Bool { part.utf8.allSatisfy { (48...57).contains($0) } }
    guard parts.count <= 2, parts.allSatisfy(isNumber), let least = Int(parts[0]) else { return nil }
    let most: Int
    if parts.count == 1 {
      most = least
    } else if parts[1].isEmpty {
      most = PatternNode.unbounded
    } else {
      guard let bound = Int(parts[1]) else { return nil }
      most = bound
    }
    position = end + 1
    return (least, most)
  }
}
