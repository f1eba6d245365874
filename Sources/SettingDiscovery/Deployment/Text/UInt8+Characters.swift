/// Bytes are compared with the characters of ASCII that they stand for.
func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { UInt8(ascii: character) == byte }
func == (byte: UInt8, character: Unicode.Scalar) -> Bool { UInt8(ascii: character) == byte }
func != (byte: UInt8, character: Unicode.Scalar) -> Bool { UInt8(ascii: character) != byte }

extension UInt8 {
  /// Whether a variable's name may begin with it.
  var beginsVariable: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  /// Whether a variable's name may go on with it.
  var isInVariable: Bool { beginsVariable || isDecimal }

  var isDecimal: Bool { (0x30...0x39).contains(self) }

  /// A blank or a tab.
  var isSpacing: Bool { self == 0x20 || self == 0x09 }

  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  var isSmallLetter: Bool { (0x61...0x7A).contains(self) }
  var isCapitalLetter: Bool { (0x41...0x5A).contains(self) }
}

extension Collection<UInt8> {
  /// Whether it is a variable's name, and nothing else.
  var isVariableName: Bool {
    guard let first, first.beginsVariable else { return false }
    return allSatisfy(\.isInVariable)
  }
}

extension Substring.UTF8View {
  var string: String { String(Substring(self)) }
}

extension String {
  init(_ bytes: some Collection<UInt8>) { self = String(decoding: bytes, as: UTF8.self) }

  var isVariableName: Bool { utf8.isVariableName }

  /// Whether it is written as names of the environment are: in capitals. `http_proxy` and its like are the exception.
  var isConventional: Bool {
    isVariableName && !utf8.contains(where: \.isSmallLetter) && utf8.contains(where: \.isCapitalLetter)
  }
}

extension Array<UInt8> {
  init(_ span: RawSpan) {
    self = unsafe span.withUnsafeBytes { buffer in unsafe Array(buffer) }
  }

  /// The end of the variable's name that begins at `place`; `place` itself where none does.
  func endOfVariable(at place: Int, limit: Int) -> Int {
    guard place < limit, self[place].beginsVariable else { return place }
    var end = place + 1
    while end < limit, self[end].isInVariable { end += 1 }
    return end
  }

  /// Whether the characters of ASCII stand at `place`.
  func holds(_ text: String, at place: Int) -> Bool {
    guard place >= 0, place + text.utf8.count <= count else { return false }
    return self[place...].starts(with: text.utf8)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
