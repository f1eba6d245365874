internal import Patterns
internal import Rules
internal import Vocabulary

/// A rule as one worker matches it: compiled, with every allowlist that has a say.
final class PreparedRule {
  let rule: Rule
  /// `nil` for a rule that is about names, or about the path alone.
  let pattern: Pattern?
  let pathPattern: Pattern?
  let allowlists: [Allowlist]
  /// Whether what is beside a match on its lines has a say.
  let judgesLines: Bool
  /// Whether anything in the text has a say.
  let judgesText: Bool
  let isLow: Bool
  /// The longest match in bytes, or a number beyond every text.
  let reach: Int

  init(_ rule: Rule, _ shared: [Allowlist]) throws(PatternError) {
    self.rule = rule
    pattern = try rule.pattern?.pattern()
    pathPattern = try rule.pathPattern?.pattern()
    allowlists = rule.allowlists + shared
    judgesLines = allowlists.contains(where: \.judgesLines)
    judgesText = allowlists.contains(where: \.judgesText)
    isLow = rule.summary.confidence == .low || rule.definition.weighed != nil
    reach = MatchWindows.longestMatch(rule.definition.reach)
  }
}
