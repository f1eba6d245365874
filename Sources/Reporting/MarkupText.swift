/// Text from outside made safe for XML and HTML, in content and in quoted attributes.
///
/// What a terminal would obey is shown as `\u{…}` first; this covers every character that XML 1.0 (section 2.2) cannot hold.
enum MarkupText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
