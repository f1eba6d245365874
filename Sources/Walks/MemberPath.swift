internal import Vocabulary

/// What a text in an archive is called: `outer.zip!inner/file`.
enum MemberPath {
  /// What the path of the outermost archive goes on with; nothing for itself.
  static func suffix(_ names: [[UInt8]]) -> [UInt8] { names.flatMap { [RepositoryPath.archiveMark] + $0 } }
}

extension RepositoryPath {
  func appending(_ suffix: [UInt8]) -> RepositoryPath {
    suffix.isEmpty ? self : RepositoryPath(bytes: bytes + suffix)
  }
}

extension Provenance {
  /// The same place with another path.
  func at(_ path: RepositoryPath) -> Provenance { Provenance(path: path, blob: blob, kind: kind, origin: origin) }
}
