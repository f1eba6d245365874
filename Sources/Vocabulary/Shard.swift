/// The part of a scan that one of several processes did, and what it is a part of.
package struct Shard: Hashable, Sendable {
  /// From 1 to `count`.
  package let index: Int
  package let count: Int
  /// A digest of the objects that were divided and of what was asked for: the same in every shard of one scan.
  package let basis: String

  package init(index: Int, count: Int, basis: String) {
    self.index = index
    self.count = count
    self.basis = basis
  }

  /// How many shards one scan may have: as many as Kubernetes runs of one Job.
  package static let mostShards = 100_000
}
