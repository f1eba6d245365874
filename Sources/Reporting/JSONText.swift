internal import FoundationEssentials

/// JSON (RFC 8259) with sorted keys, so that equal values give equal text. What a terminal would obey is written as `\u` escapes,
/// which every reader turns back.
enum JSONText {
  static func pretty(_ value: some Encodable) -> String { text(value, [.prettyPrinted]) + "\n" }

  /// On one line, for JSON Lines.
  static func line(_ value: some Encodable) -> String { text(value, []) + "\n" }

  private static func text(_ value: some Encodable, _ options: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = options.union([.sortedKeys, .withoutEscapingSlashes])
    do {
      return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
    } catch {
      // Reports hold strings, whole numbers, booleans and finite fractions, all of which JSON can say.
      preconditionFailure("a report cannot be written as JSON: \(error)")
    }
  }

  /// The encoder escapes the controls below U+0020 alone. Outside of strings JSON is ASCII, so whatever else is unsafe stands in one.
  private static func escaped(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 >= 0x7F }) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      if scalar.value >= 0x7F, TerminalText.isUnsafe(scalar) {
        for unit in String(scalar).utf16 {
          result += "\\u" + hexadecimal(unit)
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
