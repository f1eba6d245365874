/// The figures, with the threshold of each where there is one.
struct ResultTable {
  private let thresholds: [String: Double]
  private var rows: [String] = []
  private(set) var hasMissed = false

  init(_ thresholds: [String: Double]) {
    self.thresholds = thresholds
  }

  mutating func add(_ name: String, _ figure: Double) {
    guard let threshold = thresholds[name] else {
      rows.append("\(name): \(rounded(figure)), and thresholds.json has no such line")
      hasMissed = true
      return
    }
    let isMissed = figure > threshold
    hasMissed = hasMissed || isMissed
    rows.append("\(name): \(rounded(figure)), at most \(rounded(threshold))\(isMissed ? ": MISSED" : "")")
  }

  mutating func note(_ name: String, _ figures: [Double]) {
    rows.append("\(name): \(figures.map(rounded).joined(separator: ", "))")
  }

  func print() {
    for row in rows { Swift.print(row) }
  }

  private func rounded(_ figure: Double) -> String { "\((figure * 100).rounded() / 100)" }
}
