package import Vocabulary

/// Everything that a tree holds, by path.
package struct TreeContents: Sendable {
  package struct Entry: Sendable {
    package let path: RepositoryPath
    package let blob: ObjectID
  }

  /// Files and symbolic links, sorted by path.
  package internal(set) var blobs: [Entry] = []
  /// How many submodules there are.
  package internal(set) var submodules = 0
  /// Folders that could not be listed, and why; the root's path is empty.
  package internal(set) var failures: [(folder: RepositoryPath, error: GitError)] = []

  /// Whether it holds so many paths that the rest was not listed.
  package internal(set) var isCutOff = false

  /// A tree that names another many times, which names another many times, is small and holds more paths than any memory does.
  static let limit = 10_000_000

  mutating func add(_ path: [UInt8], _ entry: TreeEntry) {
    switch FileMode(entry.mode) {
    case .submodule: submodules += 1
    case .regular, .executable, .symbolicLink:
      blobs.append(Entry(path: RepositoryPath(bytes: path), blob: entry.object))
    case .directory: break
    case nil:
      // Nothing that git writes; whatever it names, its content counts.
      blobs.append(Entry(path: RepositoryPath(bytes: path), blob: entry.object))
    }
  }
}
