internal import Vocabulary

extension StagedChanges {
  /// Compares the index with the tree of each parent; `nil` stands for the parent that a first commit has not.
  init(
    index: IndexFile, parents: [ObjectID?], readTree: @escaping (ObjectID) throws(GitError) -> [TreeEntry]
  ) throws(GitError) {
    var differences: [[IndexComparison.Difference]] = []
    var unmerged: Set<RepositoryPath> = []
    for parent in parents {
      var comparison = IndexComparison(index, readTree: readTree)
      try comparison.compare(with: parent)
      differences.append(comparison.differences)
      unmerged.formUnion(comparison.unmerged)
    }
    self.init(differences: differences, unmerged: unmerged)
  }

  /// Puts together what differs from each parent: a path that agrees with any of them brings nothing new.
  init(differences: [[IndexComparison.Difference]], unmerged: Set<RepositoryPath>) {
    self.init()
    self.unmerged = unmerged.sorted()
    var sides: [RepositoryPath: [IndexComparison.Difference]] = [:]
    for difference in differences.joined() { sides[difference.path, default: []].append(difference) }
    for (path, differing) in sides {
      let parents = differing.compactMap(\.parent).filter { FileMode($0.mode)?.holdsBlob == true }
      guard let index = differing.first?.index else {
        removed += parents.map(\.object)
        continue
      }
      // A change of mode alone brings nothing new either.
      guard differing.count == differences.count, !parents.contains(where: { $0.object == index.object }) else {
        continue
      }
      switch FileMode(index.mode) {
      case .submodule:
        submodules.append(path)
      case let mode?:
        changes.append(StagedChange(path: path, blob: index.object, mode: mode, before: parents.map(\.object)))
      case nil:
        // A mode git never writes: scanned as a file, for its object is what the commit will hold.
        changes.append(StagedChange(path: path, blob: index.object, mode: .regular, before: parents.map(\.object)))
      }
    }
    changes.sort { $0.path < $1.path }
    submodules.sort()
    removed = Array(Set(removed)).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}
