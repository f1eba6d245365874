package import Vocabulary

/// Everything that decides what a scan reports: groups of rules, and what is allowed whatever the rule.
package struct RuleSet: Sendable {
  package let groups: [Member]
  package let allowlists: [Allowlist]
  /// Findings of less confidence are left out; `nil` leaves out only what was weighed and found unlikely.
  package var leastConfidence: Confidence?
  /// Whether matches that are no findings are told, with the reason.
  package var recordsDropped = false
  /// The commits that have a say in what is reported.
  package let commits: CommitInterest

  /// A group of rules, less those that the configuration disabled or replaced.
  package struct Member: Sendable {
    package let group: RuleGroup
    package let disabled: Set<RuleID>
  }

  private init(groups: [Member], allowlists: [Allowlist], commits: CommitInterest) {
    self.groups = groups
    self.allowlists = allowlists
    self.commits = commits
  }

  private func copy(groups: [Member], allowlists: [Allowlist], commits: CommitInterest) -> RuleSet {
    var copy = RuleSet(groups: groups, allowlists: allowlists, commits: commits)
    copy.leastConfidence = leastConfidence
    copy.recordsDropped = recordsDropped
    return copy
  }

  package init(_ group: RuleGroup, allowlists: [Allowlist] = [], commits: CommitInterest = CommitInterest()) {
    self.init(groups: [Member(group: group, disabled: [])], allowlists: allowlists, commits: commits)
  }

  package var rules: [Rule] {
    groups.flatMap { member in member.group.rules.filter { !member.disabled.contains($0.summary.id) } }
      .sorted { $0.summary.id < $1.summary.id }
  }

  /// A set without rules or allowlists that reports as this one does.
  package func emptied() -> RuleSet { copy(groups: [], allowlists: [], commits: CommitInterest()) }

  /// This set without the rules named.
  package func disabling(_ ids: Set<RuleID>) -> RuleSet {
    copy(
      groups: groups.map { Member(group: $0.group, disabled: $0.disabled.union(ids)) }, allowlists: allowlists,
      commits: commits)
  }

  /// This set with another's rules and allowlists; a rule of the other takes the place of one here with the same id.
  package func adding(_ other: RuleSet) -> RuleSet {
    let replaced = Set(other.rules.map(\.summary.id))
    let kept = groups.map { Member(group: $0.group, disabled: $0.disabled.union(replaced)) }
    return copy(
      groups: kept + other.groups, allowlists: allowlists + other.allowlists, commits: commits.union(other.commits))
  }

  /// A digest of everything that decides what is reported, in base 16.
  ///
  /// - Parameter version: what else decides: the version of the program.
  package func digest(version: String) -> String {
    let words =
      [version, String(describing: leastConfidence)] + groups.map { "\($0.disabled.map(\.name).sorted())" }
      + allowlists.map { "\($0.definition)" }.sorted()
    let contents = groups.flatMap { $0.group.contents } + Array(words.joined(separator: "\n").utf8)
    let key = FingerprintKey(Array("stanch/rules/v1".utf8))
    return Fingerprint(rule: RuleID("rules"), secret: Secret(contents), key: key).hex
  }

  /// What any of the sets can report, and perhaps more: for looking before it is known which of them holds.
  package static func union(_ sets: [RuleSet]) -> RuleSet {
    guard sets.count > 1 else { return sets.first ?? RuleSet(groups: [], allowlists: [], commits: CommitInterest()) }
    var order: [RuleGroup] = []
    var disabled: [ObjectIdentifier: Set<RuleID>] = [:]
    for member in sets.flatMap(\.groups) {
      let group = ObjectIdentifier(member.group)
      if let known = disabled[group] {
        disabled[group] = known.intersection(member.disabled)
      } else {
        order.append(member.group)
        disabled[group] = member.disabled
      }
    }
    // What one of them allows another may not.
    return sets[0].copy(
      groups: order.map { Member(group: $0, disabled: disabled[ObjectIdentifier($0)] ?? []) }, allowlists: [],
      commits: sets.map(\.commits).reduce(CommitInterest()) { $0.union($1) })
  }
}
