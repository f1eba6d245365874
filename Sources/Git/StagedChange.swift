package import Vocabulary

/// A path whose content in the index differs from every parent of the coming commit.
package struct StagedChange: Sendable, Equatable {
  package let path: RepositoryPath
  package let blob: ObjectID
  package let mode: FileMode
  /// What the parents hold at the same path, where they hold a blob.
  package let before: [ObjectID]

  package init(path: RepositoryPath, blob: ObjectID, mode: FileMode, before: [ObjectID]) {
    self.path = path
    self.blob = blob
    self.mode = mode
    self.before = before
  }
}

/// What the coming commit changes against its parents.
package struct StagedChanges: Sendable, Equatable {
  package var changes: [StagedChange] = []
  /// Blobs at paths that a parent has and the index has not: where renamed content came from.
  package var removed: [ObjectID] = []
  /// Paths with a merge conflict: no content of theirs is staged.
  package var unmerged: [RepositoryPath] = []
  /// Changed submodules: their content is in another repository.
  package var submodules: [RepositoryPath] = []

  package init() {}
}
