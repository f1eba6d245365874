package import Vocabulary

/// The index as git wrote it: entries in path order, and the trees that git knows parts of it to be.
///
/// Versions 2, 3 and 4 with SHA-1 names, sparse directories included; see gitformat-index(5). libgit2 reads an index too,
/// but checks its digest and builds an entry object for each path, which costs more than the whole comparison here; and it
/// gives no access to the cached trees, with which unchanged folders are passed by.
package struct IndexFile {
  package struct Entry {
    package let path: ArraySlice<UInt8>
    package let mode: UInt32
    package let object: ObjectID.Slice
    /// 0, or the side of a merge conflict: 1 base, 2 ours, 3 theirs.
    package let stage: UInt8
    /// Announced by `git add -N`, with no content yet.
    package let isIntentToAdd: Bool
  }

  package private(set) var entries: [Entry] = []
  package private(set) var cachedTree: CachedTree?
}

extension ObjectID {
  /// The bytes of an object's name inside a larger buffer.
  package typealias Slice = ArraySlice<UInt8>
}

extension IndexFile {
  /// Reads the bytes of an index file.
  ///
  /// - Throws: `GitError` with code `.refused` for an index that only the git program reads (split, SHA-256, later
  ///   versions), and `.corrupt` for one that breaks the format.
  package init(_ bytes: [UInt8], path: String, objectSize: Int = 20) throws(GitError) {
    var reader = IndexReader(bytes, path: path, objectSize: objectSize)
    let count = try reader.header()
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append(try reader.entry()) }
    while let (signature, contents) = try reader.extensionSection() {
      switch signature {
      case "TREE": cachedTree = try CachedTree(contents, path: path, objectSize: objectSize)
      // Sparse directories stand among the entries as trees.
      case "sdir": continue
      default:
        // A lower-case first letter marks what a reader has to understand.
        if let first = signature.unicodeScalars.first, first.properties.isLowercase {
          throw GitError(
            code: .refused, operation: "reading the index", subject: path, cause: "it has the extension «\(signature)»")
        }
      }
    }
    // Only a split index, which is refused above, has entries without a path.
    // Not a key path, which is slow in a loop over many thousand entries.
    if entries.contains(where: { $0.path.isEmpty }) {
      throw GitError(code: .corrupt, operation: "reading the index", subject: path, cause: "an entry has no path")
    }
  }
}
