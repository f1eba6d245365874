/// A regular expression in the dialect of Go and RE2, said in PCRE2's.
///
/// The two differ in little: `\s` and `\v` stand for other characters, `{,3}` is literal text in Go, a `[` inside a class is
/// only a `[`, and Go counts code points where this program counts bytes. Where the last can make a difference, the
/// translation says so with `(*UTF)` (see `Pattern`). What only PCRE2 knows, such as look-around, is left as it is.
package struct GoExpression {
  private let source: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  /// Whether something in it stands for one code point of any length.
  private var countsCodePoints = false

  private init(_ source: String) {
    self.source = Array(source.utf8)
  }

  /// The same expression for PCRE2.
  package static func translated(_ source: String) -> String {
    var reader = GoExpression(source)
    while let byte = reader.next { reader.element(byte) }
    let text = String(decoding: reader.output, as: UTF8.self)
    return reader.countsCodePoints ? Pattern.codePoints + text : text
  }

  private var next: UInt8? { position < source.count ? source[position] : nil }

  private func isNext(_ text: String) -> Bool { source[position...].starts(with: text.utf8) }

  private mutating func emit(_ text: String) { output += Array(text.utf8) }

  private mutating func copy(_ count: Int = 1) {
    let end = min(source.count, position + count)
    if source[position..<end].contains(where: { $0 >= 0x80 }) { countsCodePoints = true }
    output += source[position..<end]
    position = end
  }

  private mutating func element(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): escape(inClass: false)
    case UInt8(ascii: "["): characterClass()
    case UInt8(ascii: "."):
      countsCodePoints = true
      copy()
    case UInt8(ascii: "{"):
      if !isQuantifier { emit("\\") }
      copy()
    default: copy()
    }
  }

  /// Whether the brace here begins `{n}`, `{n,}` or `{n,m}`.
  private var isQuantifier: Bool {
    guard let end = source[position...].firstIndex(of: UInt8(ascii: "}")) else { return false }
    let parts = source[(position + 1)..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
      && !parts[0].isEmpty
  }

  private mutating func characterClass() {
    copy()
    if isNext("^") {
      countsCodePoints = true
      copy()
    }
    if isNext("]") {
      emit("\\")
      copy()
    }
    while let byte = next {
      switch byte {
      case UInt8(ascii: "]"):
        copy()
        return
      case UInt8(ascii: "\\"): escape(inClass: true)
      case UInt8(ascii: "["):
        if isNext("[:"), let end = classNameEnd {
          copy(end - position)
        } else {
          emit("\\")
          copy()
        }
      default: copy()
      }
    }
  }

  /// Where a name such as `[:alpha:]` ends.
  private var classNameEnd: Int? {
    var end = position + 2
    while end < source.count, source[end] == UInt8(ascii: "^") || (97...122).contains(source[end]) { end += 1 }
    guard end + 1 < source.count, source[end] == UInt8(ascii: ":"), source[end + 1] == UInt8(ascii: "]") else {
      return nil
    }
    return end + 2
  }

  private mutating func escape(inClass: Bool) {
    guard position + 1 < source.count else { return copy() }
    let letter = source[position + 1]
    switch letter {
    case UInt8(ascii: "s"): blanks(inClass: inClass)
    case UInt8(ascii: "S"):
      countsCodePoints = true
      position += 2
      emit(inClass ? "\\S\\x0b" : "[^\\t\\n\\f\\r ]")
    case UInt8(ascii: "v"):
      position += 2
      emit("\\x0b")
    case UInt8(ascii: "Q") where !inClass:
      let rest = source[position...]
      let end = rest.indices.first { rest[$0...].starts(with: Array("\\E".utf8)) }
      copy((end.map { $0 + 2 } ?? source.count) - position)
    case UInt8(ascii: "x"): codePoint()
    case UInt8(ascii: "W"), UInt8(ascii: "D"), UInt8(ascii: "p"), UInt8(ascii: "P"):
      countsCodePoints = true
      copy(2)
    default: copy(2)
    }
  }

  /// `\s` without the vertical tab.
  private mutating func blanks(inClass: Bool) {
    position += 2
    emit(inClass ? "\\t\\n\\f\\r\\x20" : "[\\t\\n\\f\\r ]")
    // After a class of characters a hyphen is a hyphen; after a character it would begin a range.
    if inClass, isNext("-") {
      emit("\\")
      copy()
    }
  }

  /// `\x{…}`, as the character itself where it is none of ASCII.
  private mutating func codePoint() {
    guard isNext("\\x{"), let end = source[position...].firstIndex(of: UInt8(ascii: "}")),
      let value = UInt32(String(decoding: source[(position + 3)..<end], as: UTF8.self), radix: 16), value >= 0x80,
      let scalar = Unicode.Scalar(value)
    else { return twoDigits() }
    countsCodePoints = true
    emit(String(Character(scalar)))
    position = end + 1
  }

  /// `\xHH` is a code point to Go, and a byte to a pattern that sees bytes.
  private mutating func twoDigits() {
    let digits = source[min(source.count, position + 2)...].prefix(2)
    if digits.count == 2, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), value >= 0x80,
      let scalar = Unicode.Scalar(value)
    {
      countsCodePoints = true
      emit(String(Character(scalar)))
      position += 4
    } else {
      copy(2)
    }
  }
}
