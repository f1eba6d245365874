import Testing
import Walks

@testable import Commands

@Suite struct ProgressTextTests {
  private func text(
    objects: Int, of expected: Int = 0, bytes: Int = 0, ofBytes: Int = 0, findings: Int = 0, milliseconds: Int = 2000
  ) -> String {
    var reading = ScanMeter.Reading()
    reading.objects = objects
    reading.expectedObjects = expected
    reading.bytes = bytes
    reading.expectedBytes = ofBytes
    reading.findings = findings
    return ProgressText(reading, elapsed: .milliseconds(milliseconds)).text
  }

  /// Breaks when a part of the line is missing, or something is said that is not known.
  @Test func whatIsKnownIsSaid() {
    #expect(text(objects: 5, bytes: 3_000_000) == "stanch: 5 scanned, 3.0 MB, 1.5 MB/s, 0 found")
    #expect(
      text(objects: 50, of: 200, bytes: 4000, findings: 2)
        == "stanch: 50 of 200 scanned (25%), 4.0 kB, 2.0 kB/s, 2 found, 6 s left")
    // Bytes say more about the time than objects do.
    #expect(
      text(objects: 50, of: 200, bytes: 500, ofBytes: 1000)
        == "stanch: 50 of 200 scanned (50%), 500 B, 250 B/s, 0 found, 2 s left")
  }

  /// Breaks when a number that cannot be is divided by, or shown.
  @Test func oddNumbersDoNoHarm() {
    #expect(text(objects: 0, of: 10, milliseconds: 0) == "stanch: 0 of 10 scanned (0%), 0 B, 0 found")
    #expect(text(objects: 11, of: 10) == "stanch: 11 scanned, 0 B, 0 B/s, 0 found")
    #expect(text(objects: 1, of: .max, milliseconds: 500).hasSuffix("0 found"))
  }
}

@Suite struct QuantityTests {
  /// Breaks when a unit changes at another number.
  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (999_999, "999.9 kB"), (1_000_000, "1.0 MB"),
    (8_120_000_000, "8.1 GB"),
  ])
  func sizes(_ bytes: Int, _ text: String) { #expect(Quantity.size(bytes) == text) }

  @Test(arguments: [(0, "0 s"), (59, "59 s"), (60, "1 min 0 s"), (3599, "59 min 59 s"), (7500, "2 h 5 min")])
  func times(_ seconds: Int, _ text: String) { #expect(Quantity.time(seconds: seconds) == text) }

  @Test(arguments: [(0, "0 files"), (1, "1 file"), (2, "2 files")])
  func counts(_ number: Int, _ text: String) { #expect(Quantity.count(number, "file") == text) }
}

@Suite struct ProcessorsTests {
  /// Breaks when a container's quota is not obeyed, or a file in another form ends the program.
  @Test(arguments: [
    ("max 100000\n", nil), ("200000 100000\n", 2), ("50000 100000", 1), ("150000 100000", 2), ("", nil), ("1", nil),
    ("0 0", nil), ("9223372036854775807 1", Int.max), ("-1 100000", nil),
  ])
  func quota(_ text: String, _ count: Int?) { #expect(Processors.quota(text) == count) }

  @Test(arguments: [
    ("Name:\tx\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n", 2), ("Cpus_allowed:\tff,00000001\n", 9), ("", nil),
  ])
  func allowed(_ status: String, _ count: Int?) { #expect(Processors.allowed(status) == count) }

  @Test func thereIsAlwaysOne() { #expect(Processors.count >= 1) }
}
