internal import Glibc
internal import Synchronization

/// Several threads at one list of work, of which the calling thread is one.
package struct WorkerPool: Sendable {
  private let width: Int
  private let interruption: Interruption

  package init(_ conditions: WalkConditions) {
    width = conditions.threads
    interruption = conditions.interruption
  }

  /// How many places a worker takes at a time: enough to make the taking cheap, few enough to share the last ones.
  private static let step = 16

  /// How many workers a list of this length gets.
  package func workers(for count: Int) -> Int {
    max(1, min(width, (count + WorkerPool.step - 1) / WorkerPool.step))
  }

  /// Runs `body` once in each worker, with the worker's number, until the queue of `count` places is empty.
  ///
  /// - Returns: what the workers returned. Which worker did what differs from run to run, so it must carry the places.
  /// - Throws: an error that a worker threw, after all have ended.
  package func run<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int, WorkQueue) throws -> Result
  ) throws -> [Result] {
    let queue = WorkQueue(count, step: WorkerPool.step, interruption: interruption)
    let crew = Crew<Result> { number in
      do {
        return .success(try body(number, queue))
      } catch {
        queue.close()
        return .failure(error)
      }
    }
    let threads = (1..<max(1, workers(for: count))).compactMap { WorkerThread { [number = $0] in crew.work(number) } }
    crew.work(0)
    for thread in threads { thread.join() }
    return try crew.results()
  }

  /// The workers' results, as they come in.
  private final class Crew<Result: Sendable>: Sendable {
    typealias Outcome = Swift.Result<Result, any Error>

    private let body: @Sendable (Int) -> Outcome
    private let outcomes = Mutex<[Outcome]>([])

    init(_ body: @escaping @Sendable (Int) -> Outcome) { self.body = body }

    func work(_ number: Int) {
      let outcome = body(number)
      outcomes.withLock { $0.append(outcome) }
    }

    func results() throws -> [Result] { try outcomes.withLock { try $0.map { try $0.get() } } }
  }
}
