package import Archives
package import Rules
internal import Scanning
package import Suppression
internal import Vocabulary

/// What decides about the texts of one folder: rules, and what the user allowed. Shared by all workers.
package final class ScanConfiguration: Sendable {
  package let rules: RuleSet
  private let suppression: Suppression
  /// Whether the path of a text may change what is found in it.
  let judgesPaths: Bool
  /// How far archives are opened; `nil` where they are not.
  let archives: ArchiveLimits?

  package init(rules: RuleSet, suppression: Suppression, judgesPaths: Bool, archives: ArchiveLimits? = nil) {
    self.rules = rules
    self.suppression = suppression
    self.judgesPaths = judgesPaths
    self.archives = archives
  }

  /// Whether the place of a text may change what is allowed in it.
  var judgesPlaces: Bool { suppression.judgesPlaces }

  /// Whether something is allowed only where this commit or tag brought it in.
  func judgesCommit(_ commit: ObjectID) -> Bool {
    suppression.judgesCommit(commit) || rules.commits.includes(commit)
  }

  /// Whether the commit that brought a text in may change what is found in it.
  func scansCommit(_ commit: ObjectID) -> Bool { rules.commits.includes(commit) }

  /// A scanner of its own for one worker.
  package func examiner() throws -> Examiner {
    Examiner(scanner: try Scanner(rules), suppression: suppression, archives: archives)
  }
}
