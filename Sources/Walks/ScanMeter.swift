internal import Synchronization

/// How far a scan has come, counted by its workers and read by whoever shows it.
///
/// The counters are apart from the verdict: they are for looking at while it grows.
package final class ScanMeter: Sendable {
  private let objects = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let findings = Atomic<Int>(0)
  private let expectedObjects = Atomic<Int>(0)
  private let expectedBytes = Atomic<Int>(0)

  package init() {}

  /// What is known at one moment.
  package struct Reading: Hashable, Sendable {
    package var objects = 0
    package var bytes = 0
    package var findings = 0
    /// How many objects there are in all; 0 while that is not known.
    package var expectedObjects = 0
    package var expectedBytes = 0

    package init() {}
  }

  /// Counts work that is done.
  package func add(objects: Int = 0, bytes: Int = 0, findings: Int = 0) {
    if objects != 0 { self.objects.wrappingAdd(objects, ordering: .relaxed) }
    if bytes != 0 { self.bytes.wrappingAdd(bytes, ordering: .relaxed) }
    if findings != 0 { self.findings.wrappingAdd(findings, ordering: .relaxed) }
  }

  /// Says how much there is to do in all, in addition to what was said before.
  package func expect(objects: Int = 0, bytes: Int = 0) {
    expectedObjects.wrappingAdd(objects, ordering: .relaxed)
    expectedBytes.wrappingAdd(bytes, ordering: .relaxed)
  }

  package var reading: Reading {
    var reading = Reading()
    reading.objects = objects.load(ordering: .relaxed)
    reading.bytes = bytes.load(ordering: .relaxed)
    reading.findings = findings.load(ordering: .relaxed)
    reading.expectedObjects = expectedObjects.load(ordering: .relaxed)
    reading.expectedBytes = expectedBytes.load(ordering: .relaxed)
    return reading
  }
}
