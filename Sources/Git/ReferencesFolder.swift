internal import Glibc

/// The files of a folder, in the order of their names.
enum ReferencesFolder {
  /// No name of a reference has as many parts.
  private static let depthLimit = 64

  /// The names of what is in a folder; nothing when there is none.
  static func names(in path: String) throws(GitError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw GitError(
        code: .system, operation: "reading", subject: path, cause: unsafe String(cString: strerror(errno)))
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all files below a folder, relative to it. Links to folders are not followed.
  static func files(below path: String) throws(GitError) -> [String] {
    var files: [String] = []
    var folders = [(path: "", depth: 0)]
    while let folder = folders.popLast() {
      for name in try names(in: path + "/" + folder.path) {
        let file = folder.path + name
        switch kind(of: path + "/" + file) {
        case S_IFDIR where folder.depth < depthLimit: folders.append((file + "/", folder.depth + 1))
        case S_IFDIR: throw GitError(code: .corrupt, operation: "reading", subject: path, cause: "it has no end")
        default: files.append(file)
        }
      }
    }
    return files.sorted()
  }

  private static func kind(of path: String) -> mode_t {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }
}
