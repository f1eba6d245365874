internal import Walks

/// How far a scan has come, in one line.
struct ProgressText {
  private let reading: ScanMeter.Reading
  private let elapsed: Duration

  init(_ reading: ScanMeter.Reading, elapsed: Duration) {
    self.reading = reading
    self.elapsed = elapsed
  }

  var text: String {
    let parts = [done, Quantity.size(reading.bytes), rate, "\(reading.findings) found", remaining]
    return "stanch: " + parts.compactMap { $0 }.joined(separator: ", ")
  }

  private var done: String {
    let total = reading.expectedObjects
    guard total > 0, total >= reading.objects else { return "\(reading.objects) scanned" }
    return "\(reading.objects) of \(total) scanned (\(Int((fraction ?? 0) * 100))%)"
  }

  private var rate: String? {
    let seconds = elapsed / .seconds(1)
    guard seconds > 0 else { return nil }
    return Quantity.size(Int(Double(reading.bytes) / seconds)) + "/s"
  }

  /// The part of the work that is done, by bytes where their sum is known.
  private var fraction: Double? {
    let (done, total) =
      reading.expectedBytes > 0
      ? (reading.bytes, reading.expectedBytes) : (reading.objects, reading.expectedObjects)
    guard total > 0, done > 0, done <= total else { return nil }
    return Double(done) / Double(total)
  }

  private var remaining: String? {
    guard let fraction, fraction > 0.01 else { return nil }
    let seconds = elapsed / .seconds(1) * (1 - fraction) / fraction
    guard seconds < 1e9 else { return nil }
    return Quantity.time(seconds: Int(seconds.rounded(.up))) + " left"
  }
}
