/// What kind of entry a mode in a tree or index stands for (gitformat-index, gitformat-pack).
package enum FileMode: Sendable, Equatable {
  case regular, executable, symbolicLink, submodule, directory

  /// `nil` for a mode that git does not write.
  package init?(_ mode: UInt32) {
    switch mode & 0o170000 {
    case 0o100000: self = mode & 0o111 == 0 ? .regular : .executable
    case 0o120000: self = .symbolicLink
    case 0o160000: self = .submodule
    case 0o040000: self = .directory
    default: return nil
    }
  }

  /// Whether the entry's object is a blob.
  package var holdsBlob: Bool { self == .regular || self == .executable || self == .symbolicLink }
}
