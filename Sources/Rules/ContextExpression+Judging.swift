internal import Patterns
internal import TOML

extension ContextExpression {
  /// What the keys `context`, `value` and `names` of a rule say together; `nil` when it has none of them.
  ///
  /// - Throws: `ConfigurationError` that names file, line, rule and key.
  init?(_ rule: WrittenRule) throws(ConfigurationError) {
    let section = rule.section
    guard !rule.context.isEmpty else {
      if rule.value != nil { throw section.error("value", "needs a context") }
      if !rule.names.isEmpty { throw section.error("names", "needs a context") }
      return nil
    }
    guard rule.regex == nil else {
      throw section.error("context", "stands beside a regex", hint: "keep context and value, or the regex alone")
    }
    guard rule.keywords.isEmpty else {
      throw section.error("keywords", "stand beside a context, whose words are the keywords")
    }
    guard rule.secretGroup == nil else {
      throw section.error("secretGroup", "stands beside a context, where the value is the secret")
    }
    guard let value = rule.value else { throw section.error("context", "needs a value") }
    try ContextExpression.check(value, section)
    self.init(
      words: try ContextExpression.words(rule.context, atLeast: 3, key: "context", section),
      names: try ContextExpression.words(rule.names, atLeast: 2, key: "names", section), value: value)
  }

  private static func check(_ value: String, _ section: TOMLSection) throws(ConfigurationError) {
    let pattern = try RuleCompiler.pattern(value, key: "value", section)
    guard pattern.captureCount == 0 else {
      throw section.error("value", "has a capture group", hint: "write (?:…): the whole value is the secret")
    }
    guard let longest = PatternExtent.longestMatch(of: value) else {
      throw section.error("value", "has no longest match: bound every repeat")
    }
    guard longest > 0 else { throw section.error("value", "matches nothing but the empty text") }
  }

  private static func words(
    _ texts: [String], atLeast least: Int, key: String, _ section: TOMLSection
  ) throws(ConfigurationError) -> [ContextWord] {
    var words: [ContextWord] = []
    for text in texts {
      guard let word = ContextWord(text) else {
        throw section.error(
          key, "«\(text)» is no word of lower-case letters, digits and dots, with _ between the parts of a compound")
      }
      guard text.utf8.count >= least else { throw section.error(key, "«\(text)» is too short to say anything") }
      words.append(word)
    }
    return words
  }
}
