internal import Synchronization

extension ObjectStore {
  /// Decodes every object of a kind once, in delta order: depth first, each made from its base while that is in memory.
  ///
  /// Which objects are visited, and as what, does not depend on the number of workers. A second copy of an object is
  /// visited only when something is made from it. An object whose kind cannot be known fails in every visit, as it may be
  /// of that kind; so does one whose data is damaged and of which there is no other copy.
  ///
  /// - Parameters:
  ///   - workers: how many tasks share the work, each with a visitor of its own.
  ///   - sizeLimit: larger objects are passed. Where something is made from one it is decoded all the same, and what is
  ///     made from it has no `base`.
  ///   - share: which part of the families is visited, for dividing work between machines.
  ///   - isCancelled: asked now and then; when it, or the task, is cancelled, the rest is left.
  ///   - progress: told now and then how much was done since it was last told, by any worker.
  ///   - makeVisitor: called once by each worker.
  /// - Returns: the visitors.
  package func visit<Visitor: ObjectVisitor & SendableMetatype>(
    kind: ObjectKind, workers: Int, sizeLimit: Int, share: (index: Int, count: Int) = (0, 1),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ objects: Int, _ bytes: Int) -> Void = { _, _ in },
    makeVisitor: @escaping @Sendable () throws -> sending Visitor
  ) async throws -> [Visitor] {
    let work = VisitWork(Families(of: kind, share: share, in: tables), unreachable(in: share))
    let (tables, sizeLimit) = (tables, max(sizeLimit, 0))
    return try await withThrowingTaskGroup(of: FinishedVisitor<Visitor>.self) { group in
      for number in 0..<max(workers, 1) {
        group.addTask {
          var meter = VisitMeter(progress: progress, isStopped: { Task.isCancelled || isCancelled() })
          var visitor = try makeVisitor()
          var walk = try FamilyWalk(tables, sizeLimit: sizeLimit)
          work.perform(&walk, &visitor, &meter)
          return FinishedVisitor(number: number, visitor: visitor)
        }
      }
      var finished: [FinishedVisitor<Visitor>] = []
      for try await visitor in group { finished.append(visitor) }
      return finished.sorted { $0.number < $1.number }.map(\.visitor)
    }
  }

  /// The objects that no whole one leads to: their bases are missing, or go round in circles.
  private func unreachable(in share: (index: Int, count: Int)) -> [UInt32] {
    (0..<count).compactMap { object in
      let entry = tables.copies.first[object]
      return tables.entries.kinds[Int(entry)] == 0 && Families.isIn(share, Int(entry), tables) ? entry : nil
    }
  }
}

/// A visitor on its way from the worker that was the only one to use it.
private struct FinishedVisitor<Visitor>: @unchecked Sendable {
  let number: Int
  let visitor: Visitor
}
