internal import Glibc
internal import Vocabulary

/// Which folders of a working tree are folders, and not links that lead out of it: as for git, nothing tracked is beyond a link.
struct RealFolders {
  private let root: [UInt8]
  private var known: [ArraySlice<UInt8>: Bool] = [[]: true]
  private var last: (folder: ArraySlice<UInt8>, isReal: Bool) = ([], true)

  init(below root: String) { self.root = Array(root.utf8) + [UInt8(ascii: "/")] }

  /// Whether the folder that holds `path` is one.
  mutating func hold(_ path: RepositoryPath) -> Bool {
    var end = path.bytes.count
    // A repository that is not tracked has a slash at its end.
    if path.bytes.last == UInt8(ascii: "/") { end -= 1 }
    guard let slash = path.bytes[..<end].lastIndex(of: UInt8(ascii: "/")) else { return true }
    let folder = path.bytes[..<slash]
    if last.folder == folder { return last.isReal }
    last = (folder, isReal(folder))
    return last.isReal
  }

  /// From the nearest folder that is known down to this one: paths may be deep, so there is no recursion.
  private mutating func isReal(_ folder: ArraySlice<UInt8>) -> Bool {
    var unknown: [ArraySlice<UInt8>] = []
    var current = folder
    while known[current] == nil {
      unknown.append(current)
      current = current.lastIndex(of: UInt8(ascii: "/")).map { current[..<$0] } ?? []
    }
    var isReal = known[current] ?? false
    for folder in unknown.reversed() {
      isReal = isReal && isDirectory(folder)
      known[folder] = isReal
    }
    return isReal
  }

  private func isDirectory(_ folder: ArraySlice<UInt8>) -> Bool {
    var status = stat()
    let path = root + folder + [0]
    let found = unsafe path.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { name in
        unsafe name.baseAddress.map { unsafe lstat($0, &status) } ?? -1
      }
    }
    return found == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
