/// Where a text came from.
package struct Provenance: Hashable, Sendable {
  package let path: RepositoryPath
  /// The blob that holds the text, where git has one.
  package let blob: ObjectID?

  package init(path: RepositoryPath, blob: ObjectID? = nil) {
    self.path = path
    self.blob = blob
  }
}
