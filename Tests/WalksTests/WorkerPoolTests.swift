import Testing

@testable import Walks

@Suite struct WorkerPoolTests {
  private struct Failure: Error {}

  private func places(_ count: Int, threads: Int, _ interruption: Interruption = Interruption()) throws -> [[Int]] {
    let conditions = WalkConditions(sizeLimit: 1, threads: threads, interruption: interruption)
    return try WorkerPool(conditions).run(count) { _, queue in
      var taken: [Int] = []
      while let places = queue.take() { taken += places }
      return taken
    }
  }

  /// Breaks when a place is left out or given to two workers.
  @Test(arguments: [0, 1, 15, 16, 17, 1000], [1, 2, 7])
  func everyPlaceIsTakenOnce(_ count: Int, _ threads: Int) throws {
    let taken = try places(count, threads: threads)
    #expect(taken.flatMap { $0 }.sorted() == Array(0..<count))
    #expect(taken.allSatisfy { $0 == $0.sorted() })
    #expect(taken.count <= threads)
  }

  /// Breaks when work is begun that nobody wants any more.
  @Test func interruptedWorkIsNotBegun() throws {
    let interruption = Interruption()
    interruption.request()
    #expect(try places(100, threads: 3, interruption).flatMap { $0 }.isEmpty)
  }

  /// Breaks when a worker's error is lost, or the others go on for long.
  @Test func anErrorEndsTheWork() {
    let conditions = WalkConditions(sizeLimit: 1, threads: 3)
    #expect(throws: Failure.self) {
      _ = try WorkerPool(conditions).run(1000) { number, queue in
        if queue.take()?.contains(0) == true { throw Failure() }
        return number
      }
    }
  }
}

@Suite struct ScanMeterTests {
  /// Breaks when counts are lost between threads, or a total takes another's place.
  @Test func countsAddUp() throws {
    let meter = ScanMeter()
    let threads = (0..<4).compactMap { _ in
      WorkerThread { for _ in 0..<1000 { meter.add(objects: 1, bytes: 2, findings: 3) } }
    }
    meter.expect(objects: 10)
    meter.expect(objects: 5, bytes: 7)
    for thread in threads { thread.join() }
    var expected = ScanMeter.Reading()
    expected.objects = 4000
    expected.bytes = 8000
    expected.findings = 12000
    expected.expectedObjects = 15
    expected.expectedBytes = 7
    #expect(meter.reading == expected)
  }
}
