internal import Glibc

/// The few file operations of the commands; failures name the file and the system's reason.
enum Files {
  /// The bytes of a file; `nil` when there is none.
  static func contents(of path: String) throws -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path, "cannot be read")
    }
    defer { close(descriptor) }
    return try contents(of: descriptor, path)
  }

  /// The bytes of a regular file; `nil` for everything else, what a link leads to too.
  static func plainContents(of path: String) throws -> [UInt8]? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try contents(of: path)
  }

  /// Everything that standard input holds.
  static func standardInput() throws -> [UInt8] { try contents(of: STDIN_FILENO, "standard input") }

  private static func contents(of descriptor: Int32, _ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, "cannot be read") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The text of a file; `nil` when there is none.
  static func text(of path: String) throws -> String? {
    guard let bytes = try contents(of: path) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandError("\(path): is not UTF-8") }
    return text
  }

  /// Writes a file as a whole or not at all. A device, a pipe or what a link leads to is written where it is.
  static func write(_ bytes: [UInt8], to path: String, permissions: mode_t = 0o644) throws {
    var status = stat()
    if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = unsafe open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path, "cannot be written") }
      defer { close(descriptor) }
      guard Console(descriptor: descriptor).write(bytes[...]) else { throw failure(path, "cannot be written") }
      return
    }
    let temporary = "\(path).stanch-\(getpid())"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw failure(path, "cannot be written") }
    fchmod(descriptor, permissions)
    let isWritten = Console(descriptor: descriptor).write(bytes[...])
    guard close(descriptor) == 0, isWritten, unsafe Glibc.rename(temporary, path) == 0 else {
      let error = failure(path, "cannot be written")
      unsafe unlink(temporary)
      throw error
    }
  }

  static func rename(_ path: String, to other: String) throws {
    guard unsafe Glibc.rename(path, other) == 0 else { throw failure(path, "cannot be renamed to \(other)") }
  }

  static func remove(_ path: String) throws {
    guard unsafe unlink(path) == 0 else { throw failure(path, "cannot be removed") }
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func isExecutable(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

  /// Makes a folder, and those above it that are missing.
  static func createFolder(_ path: String) throws {
    if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw failure(path, "cannot be made")
    }
    try createFolder(String(path[..<slash]))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path, "cannot be made") }
  }

  static func enter(_ path: String) throws {
    guard unsafe chdir(path) == 0 else { throw failure(path, "cannot be entered") }
  }

  private static func failure(_ path: String, _ what: String) -> CommandError {
    CommandError("\(path): \(what): \(unsafe String(cString: strerror(errno)))")
  }
}
