package import Vocabulary

/// What a rule asks for beside its own match: a finding of another rule in the same text.
package struct Companion: Sendable, Equatable {
  /// Any of these rules will do.
  package var rules: [RuleID]
  /// How many lines further down the other match may begin; negative is further up. `nil` is anywhere in the text.
  package var lines: ClosedRange<Int>?
  /// How many columns further to the right the other match may begin, counted from the beginning of each line.
  package var columns: ClosedRange<Int>?
  /// How grave the rule's match is without such a finding; `nil` when it is nothing then.
  package var alone: Severity?
  /// Whether one of the rules is about the path alone, so that no text tells whether it is there.
  package var isAboutPath = false

  package init(
    rules: [RuleID], lines: ClosedRange<Int>? = nil, columns: ClosedRange<Int>? = nil, alone: Severity? = nil
  ) {
    self.rules = rules
    self.lines = lines
    self.columns = columns
    self.alone = alone
  }
}
