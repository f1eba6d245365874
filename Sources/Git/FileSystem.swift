internal import Glibc

/// The few file operations of this room.
enum FileSystem {
  /// The bytes of a file, or its first `limit`; `nil` when there is none.
  static func contents(of path: String, limit: Int = .max) throws(GitError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path) }
    var bytes = [UInt8](repeating: 0, count: min(Int(status.st_size), limit))
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private static func failure(_ path: String) -> GitError {
    GitError(code: .system, operation: "reading", subject: path, cause: unsafe String(cString: strerror(errno)))
  }
}
