internal import Filters
package import Vocabulary

/// The commits that a configuration says something about.
package struct CommitInterest: Sendable, Equatable {
  /// In base 16.
  private var commits: Set<String> = []
  /// Whether a filter asks who made a commit, or when.
  private var isEvery = false

  package init() {}

  /// What allowlists ask, those of rules too.
  package init(of rules: [RuleDefinition], _ shared: [AllowlistDefinition]) {
    for allowlist in rules.flatMap(\.allowlists) + shared {
      commits.formUnion(allowlist.commits)
      if allowlist.filter?.dependencies.contains(.commit) == true { isEvery = true }
    }
  }

  package func union(_ other: CommitInterest) -> CommitInterest {
    var union = self
    union.commits.formUnion(other.commits)
    union.isEvery = isEvery || other.isEvery
    return union
  }

  /// Whether what this commit brought in may be allowed for that.
  package func includes(_ commit: ObjectID) -> Bool {
    isEvery || !commits.isEmpty && commits.contains(commit.description)
  }
}
