internal import Synchronization

/// The wish of a user that a scan should end. Walks ask for it between two texts and return what they have.
package final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Safe to call in a signal handler: it stores one atomic value and takes no lock.
  package func request() { flag.store(true, ordering: .relaxed) }
}
