package import Packs
package import Vocabulary

/// Feeds commits, or tags, to a builder, where nobody else reads them.
struct CommitVisitor: ObjectVisitor {
  private(set) var builder: CommitGraph.Builder<ObjectStore>
  let kind: ObjectKind

  init(_ builder: CommitGraph.Builder<ObjectStore>, kind: ObjectKind) {
    self.builder = builder
    self.kind = kind
  }

  mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: Bool?, copies: [CopiedRange]
  ) -> Bool {
    if kind == .commit { builder.add(commit: object, bytes: bytes) } else { builder.add(tag: object, bytes: bytes) }
    return true
  }

  mutating func pass(_ object: Int, size: Int) { note(object, "an object of \(size) bytes") }
  mutating func fail(_ object: Int, _ error: PackError) { note(object, error.cause) }

  private mutating func note(_ object: Int, _ reason: String) {
    if kind == .commit {
      builder.fail(commit: object, reason: reason)
    } else {
      builder.fail(tag: object, reason: reason)
    }
  }
}

extension CommitGraph {
  /// No commit or tag is as large as this.
  private static let sizeLimit = 1 << 30

  /// Reads all commits and tags of a store.
  ///
  /// - Parameter shallow: the commits that the file `shallow` names.
  package static func read(
    _ store: ObjectStore, idLength: Int, shallow: Set<ObjectID>, workers: Int
  ) async throws -> CommitGraph {
    var builders: [Builder<ObjectStore>] = []
    for kind in [ObjectKind.commit, .tag] {
      builders += try await store.visit(kind: kind, workers: workers, sizeLimit: sizeLimit) {
        CommitVisitor(Builder(store, idLength: idLength), kind: kind)
      }.map(\.builder)
    }
    return CommitGraph(
      builders, count: store.count, shallow: Set(shallow.compactMap { store.number(of: $0) }))
  }
}
