internal import Scanning
internal import Vocabulary

/// Texts that are scanned by all workers whenever enough of them are in memory.
struct RangeBatch {
  struct Item: Sendable {
    let place: Int
    let blob: Blob
    let configuration: ScanConfiguration
  }

  private static let capacity = 32 * 1024 * 1024
  private let conditions: WalkConditions
  private var items: [Item] = []
  private var size = 0
  private var done: [(place: Int, result: ScanResult)] = []
  private var failure: (any Error)?

  init(_ conditions: WalkConditions) { self.conditions = conditions }

  mutating func add(_ item: Item) {
    items.append(item)
    size += item.blob.bytes.count
    if size >= RangeBatch.capacity { scan() }
  }

  /// What was found in each text that holds something, or could not be judged; by place.
  ///
  /// - Throws: `ScannerError` when nothing can be scanned at all.
  mutating func results() throws -> [(place: Int, result: ScanResult)] {
    scan()
    if let failure { throw failure }
    return done.sorted { $0.place < $1.place }
  }

  private mutating func scan() {
    let (items, conditions) = (items, conditions)
    self.items = []
    size = 0
    guard failure == nil, !items.isEmpty else { return }
    do {
      done += try WorkerPool(conditions).run(items.count) { _, queue in
        let worker = TextWorker(conditions)
        var results: [(place: Int, result: ScanResult)] = []
        while let places = queue.take() {
          for item in items[places] where !conditions.interruption.isRequested {
            let result = try worker.examiner(of: item.configuration).scan(item.blob)
            conditions.meter.add(bytes: item.blob.bytes.count)
            let isEmpty =
              result.parts.isEmpty && result.incidents.isEmpty && result.dropped.isEmpty
              && result.coverage == Coverage()
            if !isEmpty { results.append((item.place, result)) }
          }
        }
        return results
      }.joined()
    } catch {
      failure = error
    }
  }
}
