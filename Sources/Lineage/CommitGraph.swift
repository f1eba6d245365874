/// All commits and tags of a store, in memory: the commits in one order, ancestors first.
///
/// Of the commits whose parents have all come, the one that was committed first comes next, and of those committed in the same
/// second the one with the smaller number. A commit is known by its place in this order.
package struct CommitGraph: Sendable {
  /// For each commit, its number in the store.
  package let commits: [UInt32]
  /// For each commit, the number of its tree: `none` for a commit that could not be read.
  let trees: [UInt32]
  private let parentEnds: [UInt32]
  private let allParents: [UInt32]

  /// From a tag's number to that of what it names.
  let targets: [Int: Int]

  /// What commits and tags name and the store has not, numbered behind its count.
  let missing: ByteTable
  /// Commits, by their numbers, whose parents are not there, and those parents, numbered like all that is missing.
  package let missingParents: [(commit: Int, parent: Int)]
  /// How many commits of a shallow clone have parents that it left out.
  package let shallowCommits: Int
  package let failures: [LineageFailure]

  private let numbers: NumberSet
  /// For each commit in the order of `numbers`, its place.
  private let places: [UInt32]

  static let none = UInt32.max

  /// Puts together what builders took in.
  ///
  /// - Parameter shallow: the numbers of the commits that the file `shallow` names.
  package init<Numbers>(_ builders: [Builder<Numbers>], count: Int, shallow: Set<Int>) {
    var merge = Merge(builders, count: count, shallow: shallow)
    let order = CommitOrder(
      commits: merge.commits, times: merge.times, parentEnds: merge.parentEnds, parents: merge.parents)
    merge.failures += order.circular.map {
      LineageFailure(object: Int(merge.commits[$0]), reason: "this commit is an ancestor of itself")
    }
    let sorted = order.order
    commits = sorted.map { merge.commits[Int($0)] }
    trees = sorted.map { merge.trees[Int($0)] }
    var places = [UInt32](repeating: 0, count: sorted.count)
    for (place, commit) in sorted.enumerated() { places[Int(commit)] = UInt32(place) }
    var (ends, parents): ([UInt32], [UInt32]) = ([], [])
    ends.reserveCapacity(sorted.count)
    parents.reserveCapacity(merge.parents.count)
    for (place, commit) in sorted.enumerated() {
      let start = commit == 0 ? 0 : Int(merge.parentEnds[Int(commit) - 1])
      for parent in merge.parents[start..<Int(merge.parentEnds[Int(commit)])] where places[Int(parent)] < UInt32(place)
      {
        parents.append(places[Int(parent)])
      }
      ends.append(UInt32(parents.count))
    }
    self.places = places
    parentEnds = ends
    allParents = parents
    numbers = merge.numbers
    targets = merge.targets
    missing = merge.missing
    missingParents = merge.missingParents
    shallowCommits = merge.shallowCommits
    failures = merge.failures.sorted { ($0.object, $0.reason) < ($1.object, $1.reason) }
  }

  /// The place of the commit with a number in the store.
  package func place(of commit: Int) -> Int? { numbers.place(of: commit).map { Int(places[$0]) } }

  /// The places of a commit's parents: of those that are there.
  func parents(of place: Int) -> ArraySlice<UInt32> {
    allParents[(place == 0 ? 0 : Int(parentEnds[place - 1]))..<Int(parentEnds[place])]
  }
}
