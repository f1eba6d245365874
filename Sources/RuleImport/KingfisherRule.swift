/// A rule as kingfisher, Nosey Parker and Titus write it, in YAML.
struct KingfisherRule {
  private let entry: YAMLValue
  private(set) var rule: ImportedRule

  private static let known: Set = [
    "name", "id", "pattern", "min_entropy", "confidence", "examples", "negative_examples", "references", "categories",
    "description", "visible", "depends_on_rule", "pattern_requirements", "keywords",
  ]
  /// What is about asking services, and never carried over.
  private static let online: Set = ["validation", "revocation", "prevalidated", "tls_mode"]

  /// - Parameter line: where the rule begins.
  init(_ entry: YAMLValue, line: Int) throws(RuleFileError) {
    guard let id = entry["id"].text, let pattern = entry["pattern"].text else {
      throw RuleFileError(line: line, cause: "a rule needs an id and a pattern")
    }
    self.entry = entry
    let packed = FreeSpacing.packed(pattern)
    rule = ImportedRule(id: id, title: entry["name"].text ?? id, regex: packed.expression)
    if let problem = packed.problem { rule.notes.append("its pattern may mean something else here: \(problem)") }
    rule.description = entry["description"].text
    rule.secretGroup = KingfisherRule.tokenGroup(of: packed.expression)
    rule.entropy = entry["min_entropy"].text.flatMap(Double.init)
    rule.confidence = confidence()
    rule.isComponent = entry["visible"].text == "false"
    rule.examples = entry["examples"].texts
    rule.counterexamples = entry["negative_examples"].texts
    rule.references = entry["references"].texts
    rule.required = entry["depends_on_rule"].list.compactMap { $0["rule_id"].text }
    takeKeywords()
    takeRequirements()
    for key in entry.keys where KingfisherRule.online.contains(key) {
      rule.notes.append("\(key) is left out: nothing of stanch talks to a network")
    }
    for key in entry.keys where !KingfisherRule.known.contains(key) && !KingfisherRule.online.contains(key) {
      rule.notes.append("\(key) is not known and left out")
    }
  }

  /// The group of the name that kingfisher takes for the secret; without it the first that matches something is, as here.
  private static func tokenGroup(of expression: String) -> Int? {
    var number = 0
    var rest = Substring(expression)
    while let parenthesis = rest.firstIndex(of: "(") {
      let isEscaped = rest[..<parenthesis].reversed().prefix { $0 == "\\" }.count % 2 == 1
      let after = rest[rest.index(after: parenthesis)...]
      rest = after
      if isEscaped { continue }
      if !after.hasPrefix("?") { number += 1 }
      if after.hasPrefix("?P<") || after.hasPrefix("?<"), !after.hasPrefix("?<="), !after.hasPrefix("?<!") {
        number += 1
        if after.drop(while: { $0 != "<" }).hasPrefix("<TOKEN>") { return number }
      }
    }
    return nil
  }

  private mutating func confidence() -> String? {
    guard let text = entry["confidence"].text else { return nil }
    guard ["low", "medium", "high"].contains(text) else {
      rule.notes.append("the confidence «\(text)» is not known and left out")
      return nil
    }
    return text
  }

  private mutating func takeKeywords() {
    rule.keywords = entry["keywords"].texts.map { $0.lowercased() }
    if rule.keywords.isEmpty { rule.keywords = RequiredLiterals.of(rule.regex) }
    if rule.keywords.isEmpty {
      rule.notes.append("no literal stands in every match, so it is matched against every text, which is slow")
    }
  }

  // MARK: Requirements

  private mutating func takeRequirements() {
    let requirements = entry["pattern_requirements"]
    for key in requirements.keys {
      switch key {
      case "min_digits": forbidFewer(than: requirements[key], of: "[0-9]", "digits")
      case "min_uppercase": forbidFewer(than: requirements[key], of: "[A-Z]", "capital letters")
      case "min_lowercase": forbidFewer(than: requirements[key], of: "[a-z]", "small letters")
      case "min_special_chars":
        let characters = requirements["special_chars"].text ?? "!@#$%^&*()_+-=[]{}|;:'\",.<>?/\\`~"
        forbidFewer(than: requirements[key], of: "[\(KingfisherRule.escaped(characters))]", "special characters")
      case "special_chars": break
      case "ignore_if_contains": rule.stopwords = requirements[key].texts.map { $0.lowercased() }
      default: rule.notes.append("pattern_requirements: \(key) is left out")
      }
    }
  }

  /// Allows values that hold fewer of some characters than a secret must.
  private mutating func forbidFewer(than value: YAMLValue, of characters: String, _ name: String) {
    guard let least = value.text.flatMap({ Int($0) }), (1...100).contains(least) else { return }
    let others = "[^" + characters.dropFirst()
    let repeats = least == 1 ? "" : "(?:\(characters)\(others)*){0,\(least - 1)}"
    rule.allowed.append(("fewer than \(least) \(name)", "^\(others)*\(repeats)$"))
  }

  private static func escaped(_ characters: String) -> String {
    characters.map { "\\]^-[".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
