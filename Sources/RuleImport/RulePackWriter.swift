/// Writes rules as a rule pack.
struct RulePackWriter {
  private(set) var text = ""

  init(_ rules: [ImportedRule], title: String) {
    text = "title = \(RulePackWriter.quoted(title))\n"
    for rule in rules { add(rule) }
  }

  private mutating func add(_ rule: ImportedRule) {
    text += "\n[[rules]]\n"
    for reference in rule.references {
      text += "# \(reference.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    }
    line("id", RulePackWriter.quoted(rule.id))
    line("title", RulePackWriter.quoted(rule.title))
    if let description = rule.description { line("description", RulePackWriter.quoted(description)) }
    line("regex", RulePackWriter.literal(rule.regex))
    if let group = rule.secretGroup { line("secretGroup", "\(group)") }
    if !rule.keywords.isEmpty { line("keywords", RulePackWriter.list(rule.keywords)) }
    if let entropy = rule.entropy { line("entropy", "\(entropy)") }
    if let confidence = rule.confidence { line("confidence", RulePackWriter.quoted(confidence)) }
    if rule.isComponent { line("skipReport", "true") }
    examples("examples", rule.examples)
    examples("counterexamples", rule.counterexamples)
    for required in rule.required {
      text += "  [[rules.required]]\n  id = \(RulePackWriter.quoted(required))\n  alone = \"medium\"\n"
    }
    if !rule.stopwords.isEmpty {
      text += "  [[rules.allowlists]]\n  description = \"placeholders\"\n"
      text += "  stopwords = \(RulePackWriter.list(rule.stopwords))\n"
    }
    for allowed in rule.allowed {
      text += "  [[rules.allowlists]]\n  description = \(RulePackWriter.quoted(allowed.description))\n"
      text += "  regexes = [\(RulePackWriter.literal(allowed.regex))]\n"
    }
  }

  private mutating func line(_ key: String, _ value: String) { text += "\(key) = \(value)\n" }

  /// Examples of other programs are plain texts: braces in them are braces.
  private mutating func examples(_ key: String, _ examples: [String]) {
    guard !examples.isEmpty else { return }
    text += "\(key) = [\n"
    for example in examples {
      let template = example.map { $0 == "{" || $0 == "}" ? "\($0)\($0)" : String($0) }.joined()
      text += "  \(RulePackWriter.quoted(template)),\n"
    }
    text += "]\n"
  }

  private static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

  /// A basic string of TOML 1.0.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A literal string, where the text can stand in one.
  private static func literal(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    return isPlain && !text.contains("'''") && !text.hasPrefix("'") && !text.hasSuffix("'")
      ? "'''\(text)'''" : quoted(text)
  }
}
