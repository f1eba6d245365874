package import Vocabulary

/// Everything that keeps parts of a repository's history from being dropped.
package struct References: Sendable {
  /// A name and the object it stands for, which may be a commit, a tag, a tree or a blob, and may be missing.
  package struct Reference: Hashable, Sendable {
    /// `refs/heads/main`, `HEAD`, `FETCH_HEAD`, `worktrees/fix/HEAD`.
    package let name: String
    package let id: ObjectID
  }

  /// A name or file that leads somewhere, though nobody can tell where.
  package struct Broken: Hashable, Sendable {
    package let name: String
    package let reason: String
  }

  /// The references below `refs/`, as `git for-each-ref` lists them; those of other worktrees after them.
  package var references: [Reference] = []
  /// What stands beside them in the repository and its worktrees: a detached HEAD, `ORIG_HEAD`, `FETCH_HEAD`.
  package var pseudoreferences: [Reference] = []
  /// What `HEAD` stands for; `nil` before the first commit.
  package var head: ObjectID?
  /// The names of reflogs, and what each was set to at some time; each object once for a log.
  package var logged: [Reference] = []
  /// How many lines of reflogs are not what git writes.
  package var malformedLogLines = 0
  /// The commits whose parents a shallow clone left out.
  package var shallow: Set<ObjectID> = []
  package var broken: [Broken] = []

  package init() {}

  /// The stash is a reference whose older entries only its log has.
  package static let stash = "refs/stash"
}
