internal import Git
internal import Vocabulary

/// One commit of a range, or a tree that a tag stands for: what it holds is compared with what its parents hold.
struct RangeStep {
  let origin: Origin?
  /// The tree, and those of the parents.
  let trees: TreePair
  /// What incidents call it.
  let name: String
}

/// A text under the configuration it was scanned with: that is done once, however many commits carry it. The kind of file
/// belongs to it, and where the path decides too, that.
struct ScannedText: Hashable {
  let blob: ObjectID
  private let path: RepositoryPath?
  private let kind: FileKind
  private let configuration: ObjectIdentifier
  /// The commit, where it may change what is found.
  let origin: Origin?

  init(blob: ObjectID, path: RepositoryPath, _ configuration: ScanConfiguration, origin: Origin? = nil) {
    self.blob = blob
    self.origin = origin.flatMap { configuration.scansCommit($0.id) ? $0 : nil }
    // The contents of a gzip file may have their name from its own.
    self.path = configuration.judgesPaths || configuration.archives != nil ? path : nil
    kind = FileKind(path: path.bytes)
    self.configuration = ObjectIdentifier(configuration)
  }
}

extension IntroducedBlob {
  func provenance(_ origin: Origin?) -> Provenance { Provenance(path: path, blob: blob, origin: origin) }
}
