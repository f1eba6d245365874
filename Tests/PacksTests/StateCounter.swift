import Synchronization
import Vocabulary

@testable import Packs

/// A number that several tasks add to.
final class Counter: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .relaxed) }

  func add(_ more: Int) { number.wrappingAdd(more, ordering: .relaxed) }
}

/// Counts how many states are alive at once.
struct StateCounter: ObjectVisitor {
  final class State {
    let alive: Counter

    init(_ alive: Counter) {
      self.alive = alive
      alive.add(1)
    }

    deinit { alive.add(-1) }
  }

  let alive = Counter()
  var most = 0
  var visits = 0

  mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: State?, copies: [CopiedRange]
  ) -> State {
    visits += 1
    let state = State(alive)
    most = max(most, alive.value)
    return state
  }

  mutating func pass(_ object: Int, size: Int) {}
  mutating func fail(_ object: Int, _ error: PackError) {}
}
