/// Values that are names and words: what code refers to, and what people write.
enum BareWords {
  /// `user.password`, `config->secret`, `Keys::api`: a path through objects.
  static func isReference(_ value: ValueText) -> Bool {
    let bytes = value.bytes
    var parts = 1
    var place = bytes.startIndex
    var startsPart = true
    while place < bytes.endIndex {
      let byte = bytes[place]
      if let length = separatorLength(at: place, in: bytes) {
        guard !startsPart else { return false }
        parts += 1
        startsPart = true
        place += length
        continue
      }
      guard AssignmentReader.isNamePart(byte) || byte == UInt8(ascii: "$"), !(startsPart && WordCutter.isDigit(byte))
      else { return false }
      startsPart = false
      place += 1
    }
    return parts > 1 && !startsPart
  }

  /// How long what stands at `place` is, if it is a way to write a member: `.`, `->`, `::`, `?.`.
  private static func separatorLength(at place: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    let byte = bytes[place]
    if byte == UInt8(ascii: ".") { return 1 }
    guard place + 1 < bytes.endIndex else { return nil }
    switch (byte, bytes[place + 1]) {
    case (UInt8(ascii: "-"), UInt8(ascii: ">")), (UInt8(ascii: ":"), UInt8(ascii: ":")),
      (UInt8(ascii: "?"), UInt8(ascii: ".")):
      return 2
    default: return nil
    }
  }

  /// `getSecret(`, `os.environ[`.
  static func isCall(_ value: ValueText) -> Bool {
    let bytes = value.bytes
    return bytes.indices.dropFirst().contains { index in
      bytes[index] == UInt8(ascii: "(") && AssignmentReader.isNamePart(bytes[index - 1])
    } || bytes.last == UInt8(ascii: ")") || isSubscript(bytes)
  }

  private static func isSubscript(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let bracket = bytes.firstIndex(of: UInt8(ascii: "[")), bracket > bytes.startIndex else { return false }
    return bytes[..<bracket].allSatisfy { AssignmentReader.isNamePart($0) || $0 == UInt8(ascii: ".") }
  }

  static func isIdentifier(_ value: ValueText) -> Bool {
    guard let first = value.bytes.first, !WordCutter.isDigit(first) else { return false }
    return value.bytes.allSatisfy {
      AssignmentReader.isNamePart($0) || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: ".")
    }
  }

  /// Words joined by `-`, `_`, `.`, `:`, `/`: `password-reset-form`.
  static func areJoined(_ value: ValueText) -> Bool {
    let parts = value.bytes.split(omittingEmptySubsequences: false) { "-_.:/ ".utf8.contains($0) }
    return parts.count > 1 && parts.allSatisfy { $0.count >= 2 && $0.allSatisfy(LanguageModel.isLetter) }
  }

  /// The words of languages and formats for no value, and types.
  static let literals: Set = [
    "true", "false", "null", "none", "nil", "undefined", "yes", "no", "on", "off", "string", "str", "int", "integer",
    "bool", "boolean", "number", "object", "any", "void", "self", "this", "new", "function", "optional", "required",
    "default",
  ]
}
