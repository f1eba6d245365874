package import Vocabulary

/// Which commits are meant: everything that some reach and others do not, as `git rev-list` takes it.
package struct RevisionSet: Sendable, Equatable {
  package var included: [ObjectID]
  package var excluded: [ObjectID]
  /// Whether what any reference reaches is left out too.
  package var excludesReferences: Bool

  package init(included: [ObjectID] = [], excluded: [ObjectID] = [], excludesReferences: Bool = false) {
    self.included = included
    self.excluded = excluded
    self.excludesReferences = excludesReferences
  }

  /// One line each for `--stdin`, which has no limit on their number.
  var request: [UInt8] {
    included.flatMap { Array("\($0)\n".utf8) } + excluded.flatMap { Array("^\($0)\n".utf8) }
  }
}

/// A commit of a range.
package struct RangeCommit: Sendable, Equatable {
  package let id: ObjectID
  /// The parents that git follows: those that lie beyond the boundary of a shallow clone are not among them.
  package let parents: [ObjectID]
}
