internal import Synchronization
internal import Vocabulary

/// What the workers of one visit take their portions from.
final class VisitWork: Sendable {
  private let families: Families
  /// Entries that no whole object leads to.
  private let unreachable: [UInt32]
  private let nextPortion = Atomic(0)

  init(_ families: Families, _ unreachable: [UInt32]) {
    self.families = families
    self.unreachable = unreachable
  }

  /// Does one worker's part.
  ///
  /// All that knows the visitor's type is here, in one loop: what is generic is compiled for no type in particular, and
  /// asking for its types in every call costs as much as the rest of the walk.
  func perform<Visitor: ObjectVisitor>(
    _ walk: inout FamilyWalk, _ visitor: inout Visitor, _ meter: inout VisitMeter
  ) {
    var states: [Visitor.State?] = []
    while !meter.isCancelled, let roots = nextRoots(&walk, &visitor, &meter) {
      for root in roots where !meter.isCancelled {
        var next: WalkStep? = walk.begin(Int(root))
        while let step = next, !meter.isCancelled {
          switch step.content {
          case .made(let start, let size, let isRepeated):
            let bytes = unsafe RawSpan(_unsafeStart: start, byteCount: size)
            let base = step.base.flatMap { states[$0] }
            if let slot = step.lastUsed, slot < states.count { states[slot] = nil }
            let state = visitor.visit(
              step.object, isRepeated: isRepeated, bytes: bytes, base: base, copies: walk.copies)
            if let slot = step.slot {
              while states.count <= slot { states.append(nil) }
              states[slot] = state
            }
            if !isRepeated { meter.add(bytes: size) }
          case .oversize(let size):
            visitor.pass(step.object, size: size)
            meter.add(bytes: 0)
          case .failure(let code, let cause):
            visitor.fail(step.object, walk.error(step.object, code, cause))
            meter.add(bytes: 0)
          case .untold: break
          }
          if let slot = step.lastUsed, step.slot != slot, slot < states.count { states[slot] = nil }
          next = walk.next()
        }
        walk.abandon()
      }
    }
    meter.tell()
  }

  /// The families to go through next; `nil` when all are taken. The first to come tells of what cannot be reached.
  private func nextRoots<Visitor: ObjectVisitor>(
    _ walk: inout FamilyWalk, _ visitor: inout Visitor, _ meter: inout VisitMeter
  ) -> ArraySlice<UInt32>? {
    let portion = nextPortion.wrappingAdd(1, ordering: .relaxed).oldValue
    guard portion == 0 else { return families.roots(ofPortion: portion - 1) }
    for entry in unreachable {
      guard case .failure(let code, let cause) = walk.tables.unreadable(Int(entry)),
        let object = walk.tables.object(of: Int(entry))
      else { continue }
      visitor.fail(object, walk.error(object, code, cause))
      meter.add(bytes: 0)
    }
    return []
  }
}
