internal import Glibc

/// A path on the command line, and what it stands for.
struct NamedPath {
  /// As it was typed, without `/` at its end.
  let typed: String
  /// Absolute, with every link in it resolved but a link that is itself what was named.
  let real: String
  let isFolder: Bool
  let isLink: Bool

  /// - Throws: `CommandError` where there is nothing at the path.
  init(_ path: String) throws {
    var typed = Substring(path)
    while typed.count > 1, typed.hasSuffix("/") { typed.removeLast() }
    var status = stat()
    guard !path.isEmpty, unsafe lstat(path, &status) == 0 else {
      throw CommandError(
        "\(path.isEmpty ? "''" : path): \(path.isEmpty ? "this is no path" : unsafe String(cString: strerror(errno)))",
        hint: "name files or folders that are there, or no path to scan the whole working tree")
    }
    isLink = status.st_mode & S_IFMT == S_IFLNK
    self.typed = String(typed)
    // A link that leads nowhere is no folder.
    isFolder = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    real = isLink ? try NamedPath.besideLink(self.typed) : try FileSelection.resolved(self.typed)
  }

  /// The link's own place: only the folders above it are resolved.
  private static func besideLink(_ path: String) throws -> String {
    guard let slash = path.lastIndex(of: "/") else { return try FileSelection.resolved(".") + "/" + path }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return try FileSelection.resolved(folder) + path[slash...]
  }

  /// The path from `root`, empty for the root itself; `nil` when it lies elsewhere.
  func path(below root: String) -> String? {
    if real == root { return "" }
    let root = root.hasSuffix("/") ? root : root + "/"
    return real.hasPrefix(root) ? String(real.dropFirst(root.count)) : nil
  }

  /// The folder whose configuration holds.
  var folder: String {
    if isFolder { return typed }
    guard let slash = typed.lastIndex(of: "/") else { return "." }
    return slash == typed.startIndex ? "/" : String(typed[..<slash])
  }

  /// What stands before the names of a folder's files in reports; the current folder goes without saying.
  var prefix: [UInt8] { typed == "." ? [] : Array((typed == "/" ? typed : typed + "/").utf8) }
}
