package import Vocabulary

/// The files of a repository, as the check is to judge them: as they stand on the disk, in the index, or in a commit.
package struct PolicyTree: Sendable {
  package struct File: Hashable, Sendable {
    package let path: RepositoryPath
    package let standing: Standing

    package init(path: RepositoryPath, standing: Standing) {
      self.path = path
      self.standing = standing
    }
  }

  /// How git sees a file.
  package enum Standing: Hashable, Sendable {
    case tracked
    case untracked
    case ignored
  }

  /// In the order of their paths.
  package let files: [File]
  /// What a file holds; `nil` for what is no file.
  package let read: @Sendable (RepositoryPath) throws -> [UInt8]?
  /// Whether git takes letters of either case for the same here.
  package let ignoresCase: Bool

  package init(
    files: [File], ignoresCase: Bool = false, read: @escaping @Sendable (RepositoryPath) throws -> [UInt8]?
  ) {
    self.files = files.sorted { $0.path < $1.path }
    self.ignoresCase = ignoresCase
    self.read = read
  }

  package func file(at path: String) -> File? {
    let wanted = RepositoryPath(path)
    return files.first { $0.path == wanted }
  }
}

extension RepositoryPath {
  /// The path as text; names in other encodings show replacement characters.
  var text: String { description }

  /// The folder it lies in, without a slash at the end; empty for the root.
  var folder: String {
    let text = description
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? ""
  }

  var name: String {
    let text = description
    return text.lastIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text
  }
}
