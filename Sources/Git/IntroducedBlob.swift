package import Vocabulary

/// A path at which a commit holds a blob that none of its parents holds there.
package struct IntroducedBlob: Sendable, Equatable {
  package let path: RepositoryPath
  package let blob: ObjectID
  /// What the parents hold at the same path, where they hold a blob.
  package let before: [ObjectID]

  package init(path: RepositoryPath, blob: ObjectID, before: [ObjectID]) {
    self.path = path
    self.blob = blob
    self.before = before
  }
}

/// What one tree holds that others do not.
package struct TreeChanges: Sendable {
  /// Sorted by path.
  package var blobs: [IntroducedBlob] = []
  package var submodules: [RepositoryPath] = []
  /// Trees that could not be read, with the path of their folder, and why.
  package var failures: [Failure] = []

  package init() {}

  package struct Failure: Sendable {
    package let path: RepositoryPath
    package let error: GitError
  }
}

/// A tree, and those it is compared with: a commit's, and its parents'.
package struct TreePair: Sendable {
  package let tree: ObjectID
  package let others: [ObjectID]

  package init(tree: ObjectID, others: [ObjectID]) {
    self.tree = tree
    self.others = others
  }
}
