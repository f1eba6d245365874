internal import Vocabulary

/// Compares the index with one parent's tree, folder by folder. A folder whose tree git has cached in the index and that is
/// the parent's too is passed by unread.
struct IndexComparison {
  /// A path at which the two sides differ.
  struct Difference {
    let path: RepositoryPath
    let index: Side?
    let parent: Side?
  }

  struct Side: Equatable {
    let object: ObjectID
    let mode: UInt32
  }

  private let index: IndexFile
  private let readTree: (ObjectID) throws(GitError) -> [TreeEntry]
  private(set) var differences: [Difference] = []
  private(set) var unmerged: Set<RepositoryPath> = []

  init(_ index: IndexFile, readTree: @escaping (ObjectID) throws(GitError) -> [TreeEntry]) {
    self.index = index
    self.readTree = readTree
  }

  /// - Parameter tree: the parent's tree; `nil` for the commit that has no parent.
  mutating func compare(with tree: ObjectID?) throws(GitError) {
    try compare(tree, entries: index.entries.indices, prefix: [], cached: index.cachedTree)
  }

  private mutating func compare(
    _ tree: ObjectID?, entries: Range<Int>, prefix: [UInt8], cached: CachedTree?
  ) throws(GitError) {
    if let tree, cached?.tree == tree { return }
    try checkDepth(prefix)
    var parents = try tree.map { id throws(GitError) in try readTree(id) }?[...] ?? []
    var position = entries.lowerBound
    while position < entries.upperBound || !parents.isEmpty {
      let indexKey = position < entries.upperBound ? key(of: position, after: prefix.count) : nil
      let parentKey = parents.first?.sortKey
      switch IndexComparison.order(indexKey, parentKey) {
      case .indexOnly:
        position = try step(from: position, in: entries, key: indexKey ?? [], prefix: prefix, parent: nil, cached)
      case .parentOnly:
        if let parent = parents.popFirst() { try removed(parent, prefix) }
      case .both:
        position = try step(
          from: position, in: entries, key: indexKey ?? [], prefix: prefix, parent: parents.popFirst(), cached)
      }
    }
  }

  /// Deeper than any file system has folders: such an index or tree is made to break its readers.
  private static let deepest = 512

  private func checkDepth(_ prefix: [UInt8]) throws(GitError) {
    guard prefix.count(where: { $0 == UInt8(ascii: "/") }) > IndexComparison.deepest else { return }
    throw GitError(
      code: .refused, operation: "comparing the index",
      cause: "folders are nested more than \(IndexComparison.deepest) deep")
  }

  private enum Order { case indexOnly, parentOnly, both }

  private static func order(_ index: ArraySlice<UInt8>?, _ parent: [UInt8]?) -> Order {
    guard let index else { return .parentOnly }
    guard let parent else { return .indexOnly }
    if index.elementsEqual(parent) { return .both }
    return index.lexicographicallyPrecedes(parent) ? .indexOnly : .parentOnly
  }

  /// The part of an entry's path below `depth`, up to and including the next `/`.
  private func key(of position: Int, after depth: Int) -> ArraySlice<UInt8> {
    let rest = index.entries[position].path.dropFirst(depth)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return rest }
    return rest[...slash]
  }

  /// Handles the file or folder at `position`; returns where the next one begins.
  private mutating func step(
    from position: Int, in entries: Range<Int>, key: ArraySlice<UInt8>, prefix: [UInt8], parent: TreeEntry?,
    _ cached: CachedTree?
  ) throws(GitError) -> Int {
    guard key.last == UInt8(ascii: "/") else { return try file(at: position, in: entries, parent, prefix) }
    let entry = index.entries[position]
    let folder = prefix + key
    if entry.path.elementsEqual(folder) {
      // A sparse directory: one entry, which is a tree.
      try compareTrees(index: ObjectID(bytes: Array(entry.object)), parent: parent?.object, prefix: folder)
      return position + 1
    }
    let child = cached?.child(key.dropLast())
    let end = endOfFolder(folder, from: position, in: entries)
    if let count = child?.entryCount, count != end - position {
      throw GitError(code: .corrupt, operation: "reading the index", cause: "its cached trees do not fit its entries")
    }
    try compare(parent?.object, entries: position..<end, prefix: folder, cached: child)
    return end
  }

  private func endOfFolder(_ folder: [UInt8], from position: Int, in entries: Range<Int>) -> Int {
    var low = position + 1
    var high = entries.upperBound
    while low < high {
      let middle = (low + high) / 2
      if index.entries[middle].path.starts(with: folder) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func file(
    at position: Int, in entries: Range<Int>, _ parent: TreeEntry?, _ prefix: [UInt8]
  ) throws(GitError) -> Int {
    let entry = index.entries[position]
    let path = RepositoryPath(bytes: Array(entry.path))
    let before = parent.map { Side(object: $0.object, mode: $0.mode) }
    if entry.stage != 0 {
      unmerged.insert(path)
      var end = position + 1
      while end < entries.upperBound, index.entries[end].path == entry.path { end += 1 }
      return end
    }
    // The commit will not hold what was only announced with `git add -N`.
    let after = entry.isIntentToAdd ? nil : Side(object: ObjectID(bytes: Array(entry.object)), mode: entry.mode)
    if before != after { differences.append(Difference(path: path, index: after, parent: before)) }
    return position + 1
  }

  private mutating func removed(_ entry: TreeEntry, _ prefix: [UInt8]) throws(GitError) {
    if entry.isDirectory {
      try compareTrees(index: nil, parent: entry.object, prefix: prefix + entry.sortKey)
    } else {
      let side = Side(object: entry.object, mode: entry.mode)
      differences.append(Difference(path: RepositoryPath(bytes: prefix + entry.name), index: nil, parent: side))
    }
  }

  /// Both sides are trees, or one of them is not there.
  private mutating func compareTrees(index: ObjectID?, parent: ObjectID?, prefix: [UInt8]) throws(GitError) {
    guard index != parent else { return }
    try checkDepth(prefix)
    var left = try index.map { id throws(GitError) in try readTree(id) }?[...] ?? []
    var right = try parent.map { id throws(GitError) in try readTree(id) }?[...] ?? []
    while !left.isEmpty || !right.isEmpty {
      let order = IndexComparison.order(left.first?.sortKey[...], right.first?.sortKey)
      let indexEntry = order == .parentOnly ? nil : left.popFirst()
      let parentEntry = order == .indexOnly ? nil : right.popFirst()
      guard let entry = indexEntry ?? parentEntry else { break }
      if entry.isDirectory {
        try compareTrees(
          index: indexEntry?.object, parent: parentEntry?.object, prefix: prefix + entry.sortKey)
      } else if indexEntry != parentEntry {
        differences.append(
          Difference(
            path: RepositoryPath(bytes: prefix + entry.name),
            index: indexEntry.map { Side(object: $0.object, mode: $0.mode) },
            parent: parentEntry.map { Side(object: $0.object, mode: $0.mode) }))
      }
    }
  }
}
