package import Git
package import Vocabulary

/// What a range holds: commits, and for a push what tags lead to beside them.
package struct RangeContents: Sendable {
  /// Parents before children.
  package let commits: [RangeCommit]
  package let tags: [TagObject]
  package let trees: [PushedObject]
  package let blobs: [PushedObject]

  package init(commits: [RangeCommit], beside pushed: PushedContents = PushedContents()) {
    self.commits = commits
    tags = pushed.tags
    trees = pushed.trees
    blobs = pushed.blobs
  }

  package var isEmpty: Bool { commits.isEmpty && tags.isEmpty && trees.isEmpty && blobs.isEmpty }
}
