package import Vocabulary

/// One entry of a tree object.
package struct TreeEntry: Sendable, Equatable {
  package let name: [UInt8]
  package let mode: UInt32
  package let object: ObjectID

  package var isDirectory: Bool { mode & 0o170000 == 0o040000 }

  /// Trees are sorted as if the name of a folder ended in `/`.
  package var sortKey: [UInt8] { isDirectory ? name + [UInt8(ascii: "/")] : name }
}
