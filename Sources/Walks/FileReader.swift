internal import Glibc

/// Reads files below a folder without ever waiting: what is no regular file is not read.
struct FileReader: Sendable {
  private let folder: Int32
  private let limit: Int
  private let followsLinks: Bool

  /// - Parameters:
  ///   - folder: the descriptor of the folder that relative paths start from.
  ///   - limit: files of more bytes are not read.
  init(below folder: Int32 = AT_FDCWD, limit: Int, followsLinks: Bool = false) {
    self.folder = folder
    self.limit = limit
    self.followsLinks = followsLinks
  }

  func read(_ path: [UInt8]) -> FileRead {
    let name = FileSystemName(path)
    // Without O_NONBLOCK, opening a FIFO waits for somebody to write to it.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = unsafe openat(folder, name.characters, flags)
    guard descriptor >= 0 else { return refusal(errno, name) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return .failed(SystemError.text(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return contents(of: descriptor, size: Int(status.st_size))
    case S_IFDIR: return .directory
    default: return .special
    }
  }

  private func refusal(_ error: Int32, _ name: FileSystemName) -> FileRead {
    switch error {
    case ENOENT, ENOTDIR: return .absent
    // A socket, or a device that nothing drives.
    case ENXIO, ENODEV: return .special
    case ELOOP where !followsLinks: return target(of: name)
    default: return .failed(SystemError.text(error))
    }
  }

  private func target(of name: FileSystemName) -> FileRead {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlinkat(folder, name.characters, &target, target.count)
    guard count >= 0 else { return errno == ENOENT ? .absent : .failed(SystemError.text(errno)) }
    return count > limit ? .oversize(count) : .link(target.prefix(count).map(UInt8.init(bitPattern:)))
  }

  private func contents(of descriptor: Int32, size: Int) -> FileRead {
    guard size <= limit else { return .oversize(size) }
    var error: Int32 = 0
    var isWhole = false
    // One byte more than the file is said to have shows that it ends there.
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      while filled < buffer.count {
        let count = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
        if count < 0, errno == EINTR { continue }
        if count < 0 { error = errno }
        // The system's own files say that they have no bytes, and give their contents in parts.
        isWhole = count == 0 || (size > 0 && filled + count == size)
        filled += max(0, count)
        if isWhole || error != 0 { return }
      }
    }
    while error == 0, !isWhole, bytes.count <= limit {
      isWhole = append(from: descriptor, to: &bytes, &error)
    }
    guard error == 0 else { return .failed(SystemError.text(error)) }
    return bytes.count > limit ? .oversize(bytes.count) : .bytes(bytes)
  }

  /// Takes what a file holds beyond the size it was said to have; answers whether it has ended.
  private func append(from descriptor: Int32, to bytes: inout [UInt8], _ error: inout Int32) -> Bool {
    var count = 0
    let more = unsafe [UInt8](unsafeUninitializedCapacity: 65536) { buffer, filled in
      repeat {
        count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    if count < 0 { error = errno }
    bytes += more
    return count == 0
  }
}
