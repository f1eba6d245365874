import Foundation

/// The figures, with the threshold of each where there is one; printed as they come, since a history can take minutes.
struct ResultTable {
  /// The raw value is the exit status.
  enum Outcome: Int32 {
    case kept = 0
    case missed = 1
    case notMeasured = 2
  }

  private(set) var outcome = Outcome.kept
  private let thresholds: [String: Double]

  init(_ thresholds: [String: Double]) {
    self.thresholds = thresholds
  }

  mutating func add(_ name: String, _ figure: Double) {
    guard let threshold = thresholds[name] else {
      print("\(name): \(rounded(figure)), and thresholds.json has no such line")
      outcome = .missed
      return
    }
    let isMissed = figure > threshold
    if isMissed { outcome = .missed }
    print("\(name): \(rounded(figure)), at most \(rounded(threshold))\(isMissed ? ": MISSED" : "")")
  }

  /// Says that a figure was to be had and was not: the run is no pass then.
  mutating func skip(_ name: String, because reason: String) {
    print("\(name): NOT MEASURED: \(reason)")
    if outcome == .kept { outcome = .notMeasured }
  }

  func note(_ name: String, _ figures: [Double]) {
    note(name, figures.map(rounded).joined(separator: ", "))
  }

  func note(_ name: String, _ text: String) { print("\(name): \(text)") }

  private func print(_ row: String) { FileHandle.standardOutput.write(Data("\(row)\n".utf8)) }

  private func rounded(_ figure: Double) -> String { "\((figure * 100).rounded() / 100)" }
}
