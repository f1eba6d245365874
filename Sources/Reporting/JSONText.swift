internal import FoundationEssentials

/// JSON (RFC 8259) with sorted keys, so that equal values give equal text.
enum JSONText {
  static func pretty(_ value: some Encodable) -> String { text(value, [.prettyPrinted]) + "\n" }

  /// On one line, for JSON Lines.
  static func line(_ value: some Encodable) -> String { text(value, []) + "\n" }

  private static func text(_ value: some Encodable, _ options: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = options.union([.sortedKeys, .withoutEscapingSlashes])
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      // Reports hold strings, whole numbers, booleans and finite fractions, all of which JSON can say.
      preconditionFailure("a report cannot be written as JSON: \(error)")
    }
  }
}
