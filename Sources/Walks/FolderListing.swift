internal import Glibc

/// The files of a folder and of the folders below it, as they stand on the disk.
///
/// Folders named `.git` are passed by, and symbolic links, FIFOs, sockets and devices.
package struct FolderListing {
  /// Paths of files from the folder, sorted byte by byte.
  package private(set) var files: [[UInt8]] = []
  /// Folders that could not be read, with the system's reason.
  package private(set) var failures: [(folder: [UInt8], reason: String)] = []
  private let root: [UInt8]

  /// - Parameters:
  ///   - root: the folder, absolute or from the current one.
  ///   - interruption: ends the listing early.
  package init(_ root: [UInt8], interruption: Interruption = Interruption()) {
    self.root = root
    var folders: [[UInt8]] = [[]]
    while let folder = folders.popLast(), !interruption.isRequested { read(folder, &folders) }
    files.sort { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func read(_ folder: [UInt8], _ folders: inout [[UInt8]]) {
    let path = folder.isEmpty ? root : root + [UInt8(ascii: "/")] + folder
    // Only the folder that was named may be reached through a link.
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (folder.isEmpty ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(FileSystemName(path).characters, flags)
    guard descriptor >= 0 else { return fail(folder, errno) }
    guard let stream = unsafe fdopendir(descriptor) else {
      let error = errno
      close(descriptor)
      return fail(folder, error)
    }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe FolderListing.name(of: entry)
      guard name != Array(".".utf8), name != Array("..".utf8), name != Array(".git".utf8) else { continue }
      let below = folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
      switch unsafe kind(of: entry, in: descriptor) {
      case S_IFREG: files.append(below)
      case S_IFDIR: folders.append(below)
      default: break
      }
    }
    if errno != 0 { fail(folder, errno) }
  }

  private mutating func fail(_ folder: [UInt8], _ error: Int32) {
    // It was there when the folder above it was read; somebody has removed it since.
    if !folder.isEmpty, error == ENOENT || error == ENOTDIR { return }
    failures.append((folder, SystemError.text(error)))
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
      unsafe Array(name.prefix { $0 != 0 })
    }
  }

  /// The kind of an entry, as `st_mode` has it; some file systems do not say it in the folder itself.
  private func kind(of entry: UnsafeMutablePointer<dirent>, in folder: Int32) -> mode_t {
    let kind = unsafe entry.pointee.d_type
    guard kind == UInt8(DT_UNKNOWN) else { return mode_t(kind) << 12 }
    var status = stat()
    let found = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
      unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
        unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW)
      }
    }
    return found == 0 ? status.st_mode & S_IFMT : 0
  }
}
