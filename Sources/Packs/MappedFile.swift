internal import Glibc

/// A file that is mapped into memory: what is read of it stays readable when the file is removed.
///
/// Threads may share it: the memory is mapped for reading only, and nothing here changes before the end.
@safe final class MappedFile: @unchecked Sendable {
  let path: String
  let count: Int
  /// The first byte; `count` of them can be read.
  let start: UnsafeRawPointer

  /// - Returns: `nil` when there is no such file.
  init?(path: String) throws(PackError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw PackError.system(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw PackError.system(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw PackError.corrupt(path, "it is no file") }
    self.path = path
    count = Int(status.st_size)
    // Nothing cannot be mapped.
    guard count > 0 else {
      unsafe start = UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))
      return
    }
    guard let memory = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe memory != MAP_FAILED
    else { throw PackError.system(path) }
    unsafe start = UnsafeRawPointer(memory)
  }

  deinit {
    let memory = unsafe UnsafeMutableRawPointer(mutating: start)
    if count > 0 { unsafe munmap(memory, count) } else { unsafe memory.deallocate() }
  }

  /// Gives back the memory that pages read so far take; they are read again when they are needed.
  func dropPages() {
    if count > 0 { unsafe madvise(UnsafeMutableRawPointer(mutating: start), count, MADV_DONTNEED) }
  }
}
