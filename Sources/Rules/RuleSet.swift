package import Vocabulary

/// Everything that decides what a scan reports: groups of rules, and what is allowed whatever the rule.
package struct RuleSet: Sendable {
  package let groups: [Member]
  package let allowlists: [Allowlist]

  /// A group of rules, less those that the configuration disabled or replaced.
  package struct Member: Sendable {
    package let group: RuleGroup
    package let disabled: Set<RuleID>
  }

  private init(groups: [Member], allowlists: [Allowlist]) {
    self.groups = groups
    self.allowlists = allowlists
  }

  package init(_ group: RuleGroup, allowlists: [Allowlist] = []) {
    self.init(groups: [Member(group: group, disabled: [])], allowlists: allowlists)
  }

  package var rules: [Rule] {
    groups.flatMap { member in member.group.rules.filter { !member.disabled.contains($0.summary.id) } }
      .sorted { $0.summary.id < $1.summary.id }
  }

  /// This set without the rules named.
  package func disabling(_ ids: Set<RuleID>) -> RuleSet {
    RuleSet(
      groups: groups.map { Member(group: $0.group, disabled: $0.disabled.union(ids)) }, allowlists: allowlists)
  }

  /// This set with another's rules and allowlists; a rule of the other takes the place of one here with the same id.
  package func adding(_ other: RuleSet) -> RuleSet {
    let replaced = Set(other.rules.map(\.summary.id))
    let kept = groups.map { Member(group: $0.group, disabled: $0.disabled.union(replaced)) }
    return RuleSet(groups: kept + other.groups, allowlists: allowlists + other.allowlists)
  }
}
