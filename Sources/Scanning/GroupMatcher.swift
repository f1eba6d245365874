internal import Patterns
internal import Rules
internal import Vocabulary

/// What one worker needs to match the rules of one group.
final class GroupMatcher {
  private let member: RuleSet.Member
  private let sharedAllowlists: [Allowlist]
  // One worker uses them, for one text at a time.
  @exclusivity(unchecked) private var search: LiteralScanner
  @exclusivity(unchecked) private var prepared: [PreparedRule?]
  /// What stands in every match of a rule; nothing at all where it was not asked yet.
  @exclusivity(unchecked) private var runs: [RequiredRun??]
  let windows: MatchWindows
  let keywords: KeywordTable

  init(_ member: RuleSet.Member, _ sharedAllowlists: [Allowlist]) throws(PatternError) {
    self.member = member
    self.sharedAllowlists = sharedAllowlists
    windows = MatchWindows(member.group)
    keywords = member.group.keywords
    unsafe prepared = Array(repeating: nil, count: member.group.reaches.count)
    unsafe runs = Array(repeating: .none, count: member.group.reaches.count)
    unsafe search = try LiteralScanner(member.group.prefilter)
  }

  /// Adds the keywords that stand wholly in `range` of `text`, in the order of their ends.
  func findKeywords(in text: borrowing RawSpan, _ range: Range<Int>, _ hits: inout [LiteralHit]) throws(PatternError) {
    try unsafe search.search(text, range, into: &hits)
  }

  /// The rule of this number; `nil` when it is disabled.
  func rule(_ number: Int) throws(PatternError) -> PreparedRule? {
    if let rule = unsafe prepared[number] { return rule }
    let rule = member.group.rule(at: number)
    guard !member.disabled.contains(rule.summary.id) else { return nil }
    let fresh = try PreparedRule(rule, sharedAllowlists)
    unsafe prepared[number] = fresh
    return fresh
  }

  /// Whether there can be a match of this rule in a part of a text: a look that is much cheaper than the rule's expression.
  func mayMatch(_ number: Int, in text: borrowing RawSpan, _ range: Range<Int>) -> Bool {
    requiredRun(number)?.stands(in: text, range) ?? true
  }

  private func requiredRun(_ number: Int) -> RequiredRun? {
    if let run = unsafe runs[number] { return run }
    let run = member.group.requiredRun(ofRule: number)
    unsafe runs[number] = .some(run)
    return run
  }

  func name(ofRule number: Int) -> String { member.group.rule(at: number).summary.id.name }

  /// How far beyond a window of this rule what is matched in it can depend on the text: as long as a match can be, and a
  /// keyword, whose window might else be joined with it.
  func margin(ofRule number: Int) -> Int {
    windows.longestMatch(ofRule: number) + keywords.longestKeyword + 1
  }
}
