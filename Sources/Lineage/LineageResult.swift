package import Vocabulary

/// Where interesting objects came into a history, and what leads there.
///
/// Objects and commits are named by their numbers in the store. Missing objects, which something names and the store has not,
/// are numbered behind its count, in the order of `missing`.
package struct LineageResult: Sendable {
  /// A commit that has an object at a path where none of its parents has it.
  package struct Place: Hashable, Sendable {
    /// The commit's place in the order of the history, ancestors first.
    package let order: Int
    package let commit: Int
    /// Empty for the commit's own tree.
    package let path: RepositoryPath
    package let object: Int
  }

  /// An object that a reference or tag names, or that is in a tree that one names, with no commit between.
  package struct DirectPlace: Hashable, Sendable {
    package let tip: Tip
    /// The tag that names the object or tree; `nil` where the tip itself does.
    package let tag: Int?
    /// Empty for the object that is named itself.
    package let path: RepositoryPath
    package let object: Int
  }

  /// By `order`, then by path.
  package let places: [Place]
  package let directPlaces: [DirectPlace]
  /// The interesting and missing objects in the tree of HEAD; `nil` where there is no HEAD.
  package let headObjects: Set<Int>?
  /// Interesting objects that nothing leads to of what was looked at. Where unreachable commits were, they are dangling.
  package let unreached: [Int]

  /// All missing objects, whatever names them; those that matter are in `places` or `directPlaces`.
  package let missing: [ObjectID]
  /// Whether there are so many missing objects that they have no places: a partial clone.
  package let areMissingOnlyCounted: Bool
  /// The missing parents of the commits that were looked at.
  package let missingCommits: [ObjectID]
  /// Tips whose objects are not there.
  package let missingTips: [Tip]
  /// How many commits of a shallow clone have parents that it left out.
  package let shallowCommits: Int
  /// What could not be looked at, as far as something that was looked at leads to it.
  package let failures: [LineageFailure]
  /// Whether there were too many places, or paths too deep, to tell them all.
  package let isCut: Bool
}
