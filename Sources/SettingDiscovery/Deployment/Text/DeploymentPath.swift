/// What a path says of the file: its name, suffix and folders, in small letters.
struct DeploymentPath {
  let name: String
  /// Behind the last dot; none of `.env`.
  let suffix: String
  let folders: [String]

  init(_ path: String) {
    let parts = path.split(separator: "/").map { $0.lowercased() }
    name = parts.last ?? ""
    folders = Array(parts.dropLast())
    if let dot = name.lastIndex(of: "."), dot > name.startIndex {
      suffix = String(name[name.index(after: dot)...])
    } else {
      suffix = ""
    }
  }

  var isYAML: Bool { suffix == "yml" || suffix == "yaml" }

  /// The name without what stands behind its last dot.
  var stem: String { suffix.isEmpty ? name : String(name.dropLast(suffix.utf8.count + 1)) }

  /// Whether such folders stand one in the other, wherever.
  func isIn(_ wanted: String...) -> Bool {
    guard folders.count >= wanted.count else { return false }
    return (0...(folders.count - wanted.count)).contains { Array(folders[$0..<($0 + wanted.count)]) == wanted }
  }
}
