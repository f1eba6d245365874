internal import Vocabulary

/// Goes down trees beside the trees of parents, into those folders only that differ from every parent's.
struct TreeComparison {
  /// Trees by their names, or why they could not be read.
  typealias Trees = [ObjectID: Result<[UInt8], GitError>]

  /// A folder yet to be compared.
  private struct Folder {
    let pair: Int
    /// Its path with a `/` at the end; empty for the root.
    let path: [UInt8]
    let depth: Int
    let tree: ObjectID
    let others: [ObjectID]
  }

  /// So many folders are read together: git is asked for them in one go.
  private static let width = 64
  /// Git itself goes no deeper (core.maxTreeDepth).
  private static let maximalDepth = 4096
  /// What one commit may bring: small trees can be made to hold one another so often that no disk would hold the files.
  private static let maximalCount = 2_000_000

  private var folders: [Folder] = []
  private(set) var changes: [TreeChanges]

  init(_ pairs: [TreePair]) {
    changes = Array(repeating: TreeChanges(), count: pairs.count)
    for (index, pair) in pairs.enumerated() where !pair.others.contains(pair.tree) {
      folders.append(Folder(pair: index, path: [], depth: 0, tree: pair.tree, others: pair.others))
    }
    // The last comes first.
    folders.reverse()
  }

  /// Compares everything; `read` gets every tree that is needed next.
  mutating func run(_ read: ([ObjectID]) async throws(GitError) -> Trees) async throws(GitError) {
    while !folders.isEmpty {
      let next = Array(folders.suffix(TreeComparison.width))
      folders.removeLast(next.count)
      let trees = try await read(next.flatMap { [$0.tree] + $0.others })
      for folder in next.reversed() { compare(folder, trees) }
    }
    for index in changes.indices {
      changes[index].blobs.sort { $0.path < $1.path }
      changes[index].submodules.sort()
    }
  }

  private mutating func compare(_ folder: Folder, _ trees: Trees) {
    do throws(GitError) {
      guard folder.depth < TreeComparison.maximalDepth else {
        throw limit(folder.tree, "folders lie in one another \(TreeComparison.maximalDepth) deep")
      }
      guard changes[folder.pair].blobs.count < TreeComparison.maximalCount else {
        throw limit(folder.tree, "the commit changes more than \(TreeComparison.maximalCount) files")
      }
      var others: [TreeCursor] = []
      for other in folder.others {
        // One that cannot be read excuses nothing.
        do throws(GitError) {
          var cursor = try cursor(other, trees)
          try cursor.advance(in: other)
          others.append(cursor)
        } catch {
          fail(folder, error)
        }
      }
      var own = try cursor(folder.tree, trees)
      try own.advance(in: folder.tree)
      while own.isValid {
        try take(own, of: folder, beside: &others)
        try own.advance(in: folder.tree)
      }
    } catch {
      fail(folder, error)
    }
  }

  private func limit(_ tree: ObjectID, _ cause: String) -> GitError {
    GitError(code: .corrupt, operation: "reading the tree", subject: tree.description, cause: cause)
  }

  private mutating func fail(_ folder: Folder, _ error: GitError) {
    let path = RepositoryPath(bytes: folder.path.dropLast() + [])
    changes[folder.pair].failures.append(TreeChanges.Failure(path: path, error: error))
  }

  private func cursor(_ tree: ObjectID, _ trees: Trees) throws(GitError) -> TreeCursor {
    guard let read = trees[tree] else { throw limit(tree, "it was not read") }
    return TreeCursor(try read.get(), idSize: tree.bytes.count)
  }

  /// One entry of a folder, beside the entries of the same name and kind in the others.
  private mutating func take(
    _ own: TreeCursor, of folder: Folder, beside others: inout [TreeCursor]
  ) throws(GitError) {
    let isSubmodule = FileMode(own.mode) == .submodule
    var before: [ObjectID] = []
    var isKnown = false
    for index in others.indices {
      try TreeComparison.bring(&others[index], to: own, folder.tree)
      guard others[index].isValid, others[index].order(against: own) == 0,
        (FileMode(others[index].mode) == .submodule) == isSubmodule
      else { continue }
      // A change of mode alone brings nothing new.
      if others[index].hasSameObject(as: own) { isKnown = true } else { before.append(others[index].id) }
    }
    if isKnown { return }
    let path = folder.path + own.nameBytes
    if own.isDirectory {
      folders.append(
        Folder(
          pair: folder.pair, path: path + [UInt8(ascii: "/")], depth: folder.depth + 1, tree: own.id, others: before))
    } else if isSubmodule {
      changes[folder.pair].submodules.append(RepositoryPath(bytes: path))
    } else {
      // A mode that git never writes is scanned as a file.
      changes[folder.pair].blobs.append(
        IntroducedBlob(path: RepositoryPath(bytes: path), blob: own.id, before: before))
    }
  }

  /// Passes by what comes before `own`. Where a tree is not sorted as git sorts it, a match may be missed, and what is known
  /// counts as new; nothing new counts as known.
  private static func bring(_ other: inout TreeCursor, to own: TreeCursor, _ tree: ObjectID) throws(GitError) {
    while other.isValid, other.order(against: own) < 0 { try other.advance(in: tree) }
  }
}
