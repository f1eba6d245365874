/// What a scan looked at.
package struct Coverage: Hashable, Sendable {
  /// Texts that were read and matched.
  package var blobs = 0
  package var bytes = 0
  /// Entries that hold no content of this repository (submodules), by count.
  package var submodules = 0

  /// Commits and annotated tags whose messages were read, by count.
  package var messages = 0

  /// Texts that an earlier scan with the same rules found clean, by count.
  package var known = 0

  /// Texts that the configuration leaves out by their path, by count.
  package var excluded = 0

  package init(blobs: Int = 0, bytes: Int = 0, submodules: Int = 0, excluded: Int = 0, messages: Int = 0) {
    self.blobs = blobs
    self.bytes = bytes
    self.submodules = submodules
    self.excluded = excluded
    self.messages = messages
  }
}
