internal import Rules
internal import Vocabulary

/// The scanners that prove rules on their examples.
struct SelfCheckScanners: ~Copyable {
  /// With all rules, as texts are scanned.
  let all: Scanner
  /// Without the rules that weigh: nearly every example is an assignment, and weighing it costs more than all the rest. What
  /// they make of another rule's example is asked of its first text.
  private let known: Scanner
  /// Matches the rules that look round keywords against the whole text.
  private let anywhere: Scanner
  private let weighing: Set<RuleID>
  /// Rules that look at each keyword by itself have no other way to look.
  private let ofEachKeyword: Set<RuleID>

  /// - Parameter definitions: what the rules of the group are made of.
  /// - Throws: `ScannerError` when nothing can be scanned.
  init(_ group: RuleGroup, _ definitions: [RuleDefinition], _ allowlists: [Allowlist]) throws {
    let weighing = Set(definitions.filter { $0.weighed != nil }.map(\.summary.id))
    let ofEachKeyword = Set(definitions.filter(\.reach.isOfEachKeyword).map(\.summary.id))
    let ruleSet = RuleSet(group, allowlists: allowlists)
    // Of three that are not copied none is there before all are.
    let all = try Scanner(ruleSet)
    let known = try Scanner(ruleSet.disabling(weighing))
    var everywhere = definitions.filter { !$0.reach.isOfEachKeyword }
    for index in everywhere.indices { everywhere[index].reach = .wholeText }
    let anywhere = try Scanner(RuleSet(RuleGroup(everywhere), allowlists: allowlists))
    (self.weighing, self.ofEachKeyword) = (weighing, ofEachKeyword)
    self.all = all
    self.known = known
    self.anywhere = anywhere
  }

  /// - Parameter isFirst: whether it is asked what other rules find, too.
  func matches(of rule: RuleID, in blob: Blob, isFirst: Bool) -> Scanner.Matches {
    isFirst || weighing.contains(rule)
      ? all.matches(in: blob, askingAbout: rule) : known.matches(in: blob, askingAbout: rule)
  }

  /// What a rule finds with the whole text for its window; `nil` where that is what it does anyway.
  func matchesAnywhere(of rule: RuleID, in blob: Blob) -> Scanner.Matches? {
    ofEachKeyword.contains(rule) ? nil : anywhere.matches(in: blob, askingAbout: rule)
  }
}
