/// A path relative to the repository's root, in git's form: bytes with `/` between its parts, in no declared encoding.
package struct RepositoryPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What stands between an archive and what is in it: `outer.zip!inner/file`.
  package static let archiveMark = UInt8(ascii: "!")

  /// Whether it may name something in an archive.
  package var mayBeInArchive: Bool { bytes.contains(RepositoryPath.archiveMark) }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Compares byte by byte, as git sorts its index.
  package static func < (left: RepositoryPath, right: RepositoryPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// The path as text; bytes that are not UTF-8 show as U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  /// The path as a relative URI reference (RFC 3986): everything but unreserved characters and `/` is percent-encoded.
  package var uri: String {
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return bytes.map { byte in
      unreserved.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.string([byte]).uppercased()
    }.joined()
  }
}
