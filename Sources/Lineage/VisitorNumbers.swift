internal import Packs
internal import Synchronization

/// Gives each visitor a number of its own.
final class VisitorNumbers: Sendable {
  private let given = Atomic(0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// - Throws: `PackError` when there are more visitors than workers.
  func next() throws(PackError) -> Int {
    let number = given.wrappingAdd(1, ordering: .relaxed).oldValue
    guard number < limit else { throw PackError(code: .system, subject: "trees", cause: "there are too many workers") }
    return number
  }
}
