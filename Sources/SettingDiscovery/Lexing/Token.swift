/// A word, a string, a number or an operator of a program's text.
struct Token {
  enum Kind: UInt8 {
    case word, number, symbol
    /// A string that is known as it stands.
    case string
    /// The beginning of a string with code in it, up to that code; what follows, up to its `templateEnd`, is that code.
    case template
    case templateEnd
    /// A regular expression, or anything else that is no text.
    case opaque
  }

  var kind: Kind
  /// Whether nothing but blanks stands before it in its line.
  var beginsLine = false
  /// How the escapes of a string are read.
  var escapes = StringForm.Escapes.none
  var start: Int32
  var end: Int32
  /// What stands between a string's quotes.
  var contentStart: Int32 = 0
  var contentEnd: Int32 = 0
  /// Of a bracket, the place of the one that belongs to it, and of a template that of its end; below zero where there is none.
  var partner: Int32 = -1
  /// The digest of a word, or the bytes of an operator.
  var symbol: UInt32 = 0
}

/// An operator of up to four bytes, packed into a number.
struct Operator: Hashable, ExpressibleByStringLiteral {
  let packed: UInt32

  @inline(__always)
  init(stringLiteral text: StaticString) {
    var packed: UInt32 = 0
    for index in 0..<text.utf8CodeUnitCount { packed = unsafe packed << 8 | UInt32(text.utf8Start[index]) }
    self.packed = packed
  }
}

/// The digest by which words are told apart before they are compared: FNV-1a.
enum WordDigest {
  static let start: UInt32 = 0x811c_9dc5

  static func adding(_ byte: UInt8, to digest: UInt32) -> UInt32 { (digest ^ UInt32(byte)) &* 0x0100_0193 }

  static func of(_ text: String) -> UInt32 { text.utf8.reduce(start) { adding($1, to: $0) } }
}
