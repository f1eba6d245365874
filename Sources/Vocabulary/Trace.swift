/// Where in a history a secret is, beside the place that a finding shows.
package struct Trace: Hashable, Sendable {
  /// Every path that held it, sorted.
  package let paths: [RepositoryPath]
  /// Whether a file of HEAD still holds it; `nil` where there is no HEAD, and for messages.
  package let isInHead: Bool?
  /// The references that reach it, by their full names, sorted, the first hundred of them; empty when only a reflog does, or
  /// nothing.
  package let references: [String]
  package let reach: Reach
  /// The place of the first commit in the order of the history, ancestors first: the same in every scan of one history.
  package let order: Int

  /// The strongest of what still leads to a secret.
  package enum Reach: String, Sendable, CaseIterable {
    /// A branch, tag, note or any other reference but the stash.
    case reference
    case stash
    case reflog
    /// Nothing leads to it; git will drop it one day.
    case nothing
  }

  /// A server's copy of a repository can have a reference for each of many thousand pull requests.
  package static let mostReferences = 100

  package init(paths: [RepositoryPath], isInHead: Bool?, references: [String], reach: Reach, order: Int) {
    self.paths = paths
    self.isInHead = isInHead
    self.references = Array(references.prefix(Trace.mostReferences))
    self.reach = reach
    self.order = order
  }
}
