/// What a setting's value has to look like.
package enum SettingFormat: Hashable, Sendable {
  /// The id of a scanner rule that the whole value must match.
  case rule(String)
  /// A regular expression that the whole value must match.
  case pattern(String)
  case url
  case boolean
  case integer(ClosedRange<Int>)
  case number
  case oneOf([String])

  /// What is wrong with a value, in one sentence without the value; `nil` when nothing is, or when somebody else has to judge.
  package func problem(with value: String) -> String? {
    switch self {
    case .rule, .pattern: return nil
    case .url: return SettingFormat.isURL(value) ? nil : "it has to be a URL, with a scheme and a host"
    case .boolean:
      return ["true", "false", "1", "0", "yes", "no", "on", "off"].contains(value.lowercased())
        ? nil : "it has to be true or false"
    case .integer(let range):
      guard let number = Int(value) else { return "it has to be a whole number" }
      return range.contains(number) ? nil : "it has to be from \(range.lowerBound) to \(range.upperBound)"
    case .number: return Double(value) == nil ? "it has to be a number" : nil
    case .oneOf(let choices):
      return choices.contains(value) ? nil : "it has to be one of \(choices.joined(separator: ", "))"
    }
  }

  /// A scheme (RFC 3986, section 3.1), and an authority or a path behind it.
  private static func isURL(_ text: String) -> Bool {
    guard let mark = text.firstRange(of: "://"), mark.upperBound < text.endIndex else { return false }
    let scheme = text[..<mark.lowerBound].utf8
    guard let first = scheme.first, (first | 32) &- 97 < 26 else { return false }
    return scheme.allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || "+-.".utf8.contains($0) }
      && !text.contains(where: \.isWhitespace)
  }
}
