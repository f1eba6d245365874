internal import Synchronization

/// The places of a list of work, given out in order to whoever asks next.
package final class WorkQueue: Sendable {
  private let count: Int
  private let step: Int
  private let next = Atomic<Int>(0)
  private let interruption: Interruption

  init(_ count: Int, step: Int, interruption: Interruption) {
    self.count = count
    self.step = max(1, step)
    self.interruption = interruption
  }

  /// The next few places to work at; `nil` when none is left, or when the user wants the scan to end.
  package func take() -> Range<Int>? {
    guard !interruption.isRequested else { return nil }
    let start = next.wrappingAdd(step, ordering: .relaxed).oldValue
    guard start < count else { return nil }
    return start..<min(count, start + step)
  }

  /// Lets nobody begin anything more.
  func close() { next.store(count, ordering: .relaxed) }
}
