/// A text with placeholders for made-up secrets, so that no real-looking value stands in a rule pack.
///
/// `{alnum:36}` is 36 random letters and digits; further kinds are `lower`, `upper`, `digits`, `loweralnum`, `upperalnum`,
/// `hex`, `HEX`, `base32`, `base64`, `base64url`, `password`, `uuid`,
/// `repeat:TEXT:N` and `lit:TEXT`; `{{` and `}}` are braces.
///
/// Some make secrets whose structure is right: `jwt`, `pem:LABEL`, `pem-escaped:LABEL`, `github:PREFIX` or
/// `github:PREFIX:N`, `npm`, `grafana`, `atlassian:PREFIX:N`, `cloudflare:PREFIX`, `zuplo`, `gitlab:PREFIX`,
/// `bech32:NAME`, `base58check:VERSION`, `nkey-seed:LETTER`, `aws-key-id:PREFIX`, `base64-json:KEY:N` and `basic`.
package struct ExampleTemplate {
  private let template: String

  package init(_ template: String) {
    self.template = template
  }

  /// The text with every placeholder filled; the same seed gives the same text.
  ///
  /// - Throws: `TemplateError` that names the placeholder which is not known.
  package func text(seed: UInt64) throws(TemplateError) -> String {
    var random = SeededRandom(seed: seed)
    var result = ""
    var rest = Substring(template)
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      result += rest[..<brace]
      let after = rest.index(after: brace)
      if after < rest.endIndex, rest[after] == rest[brace] {
        result.append(rest[brace])
        rest = rest[rest.index(after: after)...]
      } else {
        guard rest[brace] == "{", let end = rest[after...].firstIndex(of: "}") else {
          throw TemplateError(placeholder: String(rest[brace...].prefix(20)))
        }
        result += try ExampleTemplate.fill(rest[after..<end], &random)
        rest = rest[rest.index(after: end)...]
      }
    }
    return result + rest
  }

  private static func fill(
    _ placeholder: Substring, _ random: inout SeededRandom
  ) throws(TemplateError) -> String {
    let parts = placeholder.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let argument = parts.count > 1 ? parts[1] : ""
    switch parts[0] {
    case "lit": return argument
    case "uuid":
      return [8, 4, 4, 4, 12].map { random.text("0123456789abcdef", $0) }.joined(separator: "-")
    case "repeat":
      guard let colon = argument.lastIndex(of: ":"), let count = Int(argument[argument.index(after: colon)...]),
        count >= 0
      else {
        throw TemplateError(placeholder: String(placeholder))
      }
      return String(repeating: String(argument[..<colon]), count: count)
    default:
      if let text = structured(parts[0], argument, &random) { return text }
      guard let alphabet = alphabets[parts[0]], let count = Int(argument), count > 0 else {
        throw TemplateError(placeholder: String(placeholder))
      }
      return random.text(alphabet, count, ends: ends[parts[0]])
    }
  }

  static let lower = "abcdefghijklmnopqrstuvwxyz"
  private static let upper = lower.uppercased()
  private static let digits = "0123456789"
  static let letters = lower + upper + digits

  private static let alphabets = [
    "alnum": lower + upper + digits, "lower": lower, "upper": upper, "digits": digits, "loweralnum": lower + digits,
    "upperalnum": upper + digits, "hex": digits + "abcdef", "HEX": digits + "ABCDEF", "base32": upper + "234567",
    "base64": lower + upper + digits + "+/", "base64url": lower + upper + digits + "-_",
    "password": lower + upper + digits + "!@#%^*-_",
  ]

  /// Alphabets of which a text begins and ends with a letter or digit.
  private static let ends = ["base64url": lower + upper + digits, "password": lower + upper + digits]
}

/// A placeholder that no template knows.
package struct TemplateError: Error, CustomStringConvertible {
  package let placeholder: String

  package var description: String { "the placeholder «\(placeholder)» is not known" }
}
