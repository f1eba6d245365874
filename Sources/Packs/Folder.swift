internal import Glibc

/// Lists what a folder holds.
enum Folder {
  /// The names in a folder in the order of their bytes; `nil` when there is no such folder.
  static func names(_ path: String) throws(PackError) -> [String]? {
    guard let folder = unsafe opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw PackError.system(path)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        guard errno == 0 else { throw PackError.system(path) }
        return names.sorted()
      }
      // Names that git gives are ASCII; others are none of its files.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
  }
}
