/// Where a text came from.
package struct Provenance: Hashable, Sendable {
  /// What a text is.
  package enum Kind: String, Hashable, Sendable {
    case file
    /// The message of a commit, or what else of it people wrote; its path is `COMMIT_EDITMSG`.
    case commitMessage
    /// The message of an annotated tag; its path is `TAG_EDITMSG`.
    case tagMessage
  }

  package let path: RepositoryPath
  /// The object that holds the text, where git has one.
  package let blob: ObjectID?
  package let kind: Kind
  /// The commit that brought the text in, where that is known; for a message, the commit or tag it belongs to.
  package var origin: Origin?

  package init(path: RepositoryPath, blob: ObjectID? = nil, kind: Kind = .file, origin: Origin? = nil) {
    self.path = path
    self.blob = blob
    self.kind = kind
    self.origin = origin
  }

  /// What git calls the file in which a commit's message is written.
  package static let commitMessage = RepositoryPath("COMMIT_EDITMSG")
  package static let tagMessage = RepositoryPath("TAG_EDITMSG")
}
