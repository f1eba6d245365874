internal import Glibc
internal import Walks

/// What comes in on standard input, as long as it takes.
struct StandardInput {
  private let limit: Int
  private let interruption: Interruption

  init(limit: Int, _ interruption: Interruption) {
    self.limit = limit
    self.interruption = interruption
  }

  /// Everything until its end, or until the user wants the scan to end; of more bytes than the limit, one more than it.
  func text() throws -> [UInt8] {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while text.count <= limit, try hasMore() {
      let count = unsafe read(STDIN_FILENO, &buffer, min(buffer.count, limit + 1 - text.count))
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count >= 0 else { throw StandardInput.failure() }
      if count == 0 { break }
      text += buffer[..<count]
    }
    return text
  }

  /// Waits for something to read, and asks now and then whether to go on waiting: a signal may reach another thread.
  private func hasMore() throws -> Bool {
    while !interruption.isRequested {
      var question = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = unsafe poll(&question, 1, 100)
      if count > 0 { return true }
      guard count == 0 || errno == EINTR else { throw StandardInput.failure() }
    }
    return false
  }

  private static func failure() -> CommandError {
    CommandError("standard input cannot be read: \(unsafe String(cString: strerror(errno)))")
  }
}
