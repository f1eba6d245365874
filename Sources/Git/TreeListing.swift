internal import Vocabulary

/// Every tree below one, as `git ls-tree -r -t -z --full-tree` lists it: `MODE KIND ID TAB PATH NUL` for each entry.
struct TreeListing {
  private(set) var entries: [ObjectID: [TreeEntry]] = [:]

  /// Adds what git printed for the tree `root`.
  mutating func add(_ output: [UInt8], root: ObjectID) throws(GitError) {
    var folders: [ArraySlice<UInt8>: ObjectID] = [[]: root]
    entries[root] = []
    for record in output.split(separator: 0) {
      let named = try TreeListing.entry(record)
      let path = named.name[...]
      let slash = path.lastIndex(of: UInt8(ascii: "/"))
      // A tree is listed before what it holds.
      guard let folder = folders[slash.map { path[..<$0] } ?? []] else { throw TreeListing.unexpected }
      let entry = TreeEntry(
        name: Array(path[(slash.map { $0 + 1 } ?? path.startIndex)...]), mode: named.mode, object: named.object)
      if entry.isDirectory {
        folders[path] = entry.object
        // The same tree may stand at several paths; it is listed at each.
        if entries[entry.object] == nil { entries[entry.object] = [] } else { folders[path] = TreeListing.known }
      }
      if folder != TreeListing.known { entries[folder, default: []].append(entry) }
    }
  }

  /// One record that git printed; the name is the whole path.
  static func entry(_ record: ArraySlice<UInt8>) throws(GitError) -> TreeEntry {
    guard let tab = record.firstIndex(of: 9) else { throw TreeListing.unexpected }
    let words = record[..<tab].split(separator: 32)
    guard words.count == 3, let mode = UInt32(String(decoding: words[0], as: UTF8.self), radix: 8),
      let object = ObjectID(hex: words[2])
    else { throw TreeListing.unexpected }
    return TreeEntry(name: Array(record[(tab + 1)...]), mode: mode, object: object)
  }

  /// Stands for a tree whose entries are known already.
  private static let known = ObjectID(bytes: [])

  private static let unexpected = GitError(
    code: .corrupt, operation: "running git ls-tree", cause: "its output is not in the expected form")
}
