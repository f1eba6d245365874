internal import Vocabulary

/// What `git diff-tree --stdin -c --raw -z` prints: for each commit its name, and a header and a path for each change.
///
/// A header begins with as many colons as there are parents it speaks of, then modes, names of objects, and letters:
/// `:OLD NEW OLDID NEWID A`, `::OLD OLD NEW OLDID OLDID NEWID AA`.
struct CommitFilesListing {
  private(set) var commits: [ObjectID] = []
  /// For each commit, what it holds after the change; what it took away is not among them.
  private(set) var files: [[HeldFile]] = []

  mutating func read(_ output: [UInt8]) throws(GitError) {
    var fields = output.split(separator: 0, omittingEmptySubsequences: false)[...]
    guard fields.popLast()?.isEmpty == true else { throw CommitFilesListing.unexpected }
    while let field = fields.popFirst() {
      guard field.first == UInt8(ascii: ":") else {
        guard let commit = ObjectID(hex: field) else { throw CommitFilesListing.unexpected }
        commits.append(commit)
        files.append([])
        continue
      }
      guard let path = fields.popFirst(), !files.isEmpty else { throw CommitFilesListing.unexpected }
      let (mode, blob) = try CommitFilesListing.result(field)
      guard mode != 0, FileMode(mode)?.holdsBlob == true else { continue }
      files[files.count - 1].append(HeldFile(path: RepositoryPath(bytes: Array(path)), blob: blob))
    }
  }

  /// The mode and object after the change.
  private static func result(_ header: ArraySlice<UInt8>) throws(GitError) -> (mode: UInt32, object: ObjectID) {
    let parents = header.prefix { $0 == UInt8(ascii: ":") }.count
    let words = header.dropFirst(parents).split(separator: 32)
    guard words.count == 2 * parents + 3, let mode = UInt32(String(decoding: words[parents], as: UTF8.self), radix: 8),
      let object = ObjectID(hex: words[2 * parents + 1])
    else { throw unexpected }
    return (mode, object)
  }

  private static let unexpected = GitError(
    code: .corrupt, operation: "running git diff-tree", cause: "its output is not in the expected form")
}
