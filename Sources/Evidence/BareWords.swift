/// Values that are names and words: what code refers to, and what people write.
enum BareWords {
  /// `user.password`, `config->secret`, `Keys::api`: a path through objects.
  static func isReference(_ value: ValueText) -> Bool {
    let text = value.text
    let parts = text.replacingSeparators.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { part in
      guard let first = part.utf8.first else { return false }
      return !WordCutter.isDigit(first) && part.utf8.allSatisfy { AssignmentReader.isNamePart($0) || $0 == 36 }
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

extension String {
  /// With a dot for every way to write a member.
  fileprivate var replacingSeparators: String {
    var result = ""
    var rest = Substring(self)
    while let first = rest.first {
      if rest.hasPrefix("->") || rest.hasPrefix("::") || rest.hasPrefix("?.") {
        result += "."
        rest = rest.dropFirst(2)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
