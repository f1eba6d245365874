internal import Vocabulary

/// Trees that were read, as neighbouring commits share most of theirs.
struct TreeCache {
  private static let capacity = 64 * 1024 * 1024
  private(set) var trees: TreeComparison.Trees = [:]
  private var size = 0

  /// Those of some trees that have to be read; all of them when there is no room for more.
  mutating func unknown(_ ids: [ObjectID]) -> [ObjectID] {
    if size > TreeCache.capacity {
      trees = [:]
      size = 0
    }
    return ids.filter { trees[$0] == nil }
  }

  mutating func add(_ read: TreeComparison.Trees) {
    for (id, tree) in read {
      if case .success(let bytes) = tree { size += bytes.count }
      trees[id] = tree
    }
  }
}
