package import Vocabulary

/// All objects of a repository's object folders: packs, loose objects, alternates.
@safe package final class ObjectStore: Sendable {
  /// What an object holds.
  package enum Contents: Sendable {
    case bytes([UInt8])
    /// Its size, over the limit.
    case oversize(Int)
  }

  package let count = 0
  package let digest = ""
  package let damages: [PackError] = []

  package init(folders: [String], idLength: Int = 20) throws(PackError) {}

  package func id(of object: Int) -> ObjectID { ObjectID(bytes: []) }
  package func number(of id: ObjectID) -> Int? { nil }
  package func number(ofBytes id: UnsafeRawPointer) -> Int? { nil }
  package func kind(of object: Int) -> ObjectKind? { nil }
  package func size(of object: Int) -> Int? { nil }
  package func count(of kind: ObjectKind) -> Int { 0 }

  package func contents(of object: Int, limit: Int) throws(PackError) -> (kind: ObjectKind, contents: Contents) {
    throw PackError(code: .system, subject: "", cause: "not built yet")
  }

  package func visit<V: ObjectVisitor>(
    kind: ObjectKind, workers: Int, sizeLimit: Int, share: (index: Int, count: Int) = (0, 1),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ objects: Int, _ bytes: Int) -> Void = { _, _ in },
    makeVisitor: @escaping @Sendable () throws -> sending V
  ) async throws -> [V] {
    []
  }
}
