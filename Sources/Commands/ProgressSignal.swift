internal import Glibc

/// Tells the thread of a progress line that the scan has ended, without its waiting any longer.
final class ProgressSignal: Sendable {
  /// The two ends of a pipe: whoever waits reads, and closing the other end wakes him.
  private let reading: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    unsafe pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  /// To be called once.
  func end() { close(writing) }

  /// Waits, and answers whether the end came.
  func waits(milliseconds: Int32) -> Bool {
    var question = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&question, 1, milliseconds) != 0
  }

  deinit { close(reading) }
}
