/// The paths of a package's files, and the folders that they make.
struct NpmListing {
  private let files: Set<[UInt8]>
  private var folders: Set<[UInt8]> = []

  init(_ paths: [String]) {
    files = Set(paths.map { Array($0.utf8) })
    for path in files {
      for slash in path.indices where path[slash] == UInt8(ascii: "/") { folders.insert(Array(path[..<slash])) }
    }
  }

  func isFile(_ path: [UInt8]) -> Bool { files.contains(path) }
  func isFolder(_ path: [UInt8]) -> Bool { folders.contains(path) }
}

/// An entry of `files` in package.json, as rules: what it names is taken in, and with `!` left out.
struct NpmEntry {
  let patterns: [String]
  /// Whether it names one file, which then is published whatever else is said.
  let isFile: Bool
  /// The folder and the name of that file.
  let folder: [UInt8]
  let name: String?

  init(_ written: String, _ listing: NpmListing) {
    var entry = written.hasPrefix("./") ? String(written.dropFirst()) : written
    if entry.hasSuffix("/*") { entry += "*" }
    var plain = Array(entry.utf8.drop { $0 == UInt8(ascii: "!") })
    while plain.first == UInt8(ascii: "/") { plain.removeFirst() }
    let hasSlash = plain.last == UInt8(ascii: "/")
    while plain.last == UInt8(ascii: "/") { plain.removeLast() }
    isFile = !hasSlash && listing.isFile(plain)
    patterns = !isFile && listing.isFolder(plain) ? ["!\(entry)", "!\(entry)/**"] : ["!\(entry)"]
    let slash = plain.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { Array(plain[..<$0]) } ?? []
    // Only one that is a single folder down is known to that folder's rules.
    let isOneDown = slash != nil && !folder.contains(UInt8(ascii: "/")) && !entry.hasPrefix("!")
    name = isOneDown ? slash.map { String(decoding: plain[($0 + 1)...], as: UTF8.self) } : nil
  }
}
