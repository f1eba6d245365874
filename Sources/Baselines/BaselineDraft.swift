internal import Suppression
internal import Vocabulary

/// A baseline that is being changed: its entries with the comments above each, and what stands before and after them.
package struct BaselineDraft {
  struct Item {
    var entry: BaselineEntry
    /// Comments and empty lines that stand above the entry and go where it goes.
    var above: [[UInt8]] = []
  }

  private(set) var items: [Item] = []
  private var head: [[UInt8]]
  private var tail: [[UInt8]] = []
  let salts: [FingerprintKey]

  /// An empty baseline with a new salt.
  package init() {
    var generator = SystemRandomNumberGenerator()
    let salt = (0..<Baseline.saltLength).map { _ in UInt8.random(in: 0...255, using: &generator) }
    salts = [FingerprintKey(salt)]
    head = [
      Baseline.title, "salt \(Hexadecimal.string(salt))", "# \(BaselineLine.form)",
      "# Scans do not report these secrets. stanch baseline update adds to them, stanch baseline prune drops what is gone.",
      "",
    ].map { Array($0.utf8) }
  }

  package init(_ baseline: Baseline) {
    salts = baseline.salts
    head = []
    var above: [[UInt8]] = []
    var next = 0
    var isInHead = true
    var lines = baseline.bytes.split(separator: 10, omittingEmptySubsequences: false)
    // What stands behind the last line's end is no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      let line = Array(line.last == 13 ? line.dropLast() : line)
      if next < baseline.lines.count, baseline.lines[next].number == index + 1 {
        items.append(Item(entry: baseline.entry(of: next), above: above))
        above = []
        next += 1
        isInHead = false
      } else if BaselineDraft.isOfHead(line) {
        // A merge of two baselines may leave the second one's first lines further down.
        if !head.contains(line) { head.append(line) }
      } else if isInHead, line.isEmpty {
        head += above + [line]
        above = []
      } else {
        above.append(line)
      }
    }
    while above.last?.isEmpty == true { above.removeLast() }
    tail = above
  }

  private static func isOfHead(_ line: [UInt8]) -> Bool {
    Baseline.isTitle(line[...]) || line.starts(with: "salt ".utf8)
  }

  // MARK: Changing

  /// The digest of a finding as it is to be written.
  func digest(of finding: Finding) -> BaselineDigest? {
    finding.isGuessable ? BaselineDigest(finding.fingerprint, salt: salts[0]) : BaselineDigest(finding.fingerprint)
  }

  mutating func add(_ entry: BaselineEntry) { items.append(Item(entry: entry)) }

  mutating func change(_ place: Int, _ change: (inout BaselineEntry) -> Void) { change(&items[place].entry) }

  /// Drops entries with the comments above them.
  mutating func drop(_ places: Set<Int>) {
    items = items.enumerated().filter { !places.contains($0.offset) }.map(\.element)
  }

  // MARK: Writing

  /// The whole file: entries in the order of their bytes, each once.
  package var bytes: [UInt8] {
    var lines: [(key: [UInt8], above: [[UInt8]])] = items.map { (Array($0.entry.text.utf8), $0.above) }
    lines.sort { $0.key.lexicographicallyPrecedes($1.key) }
    var bytes: [UInt8] = []
    func write(_ line: [UInt8]) {
      bytes += line
      bytes.append(10)
    }
    for line in head { write(line) }
    var last: [UInt8] = []
    for line in lines {
      for comment in line.above { write(comment) }
      if line.key != last { write(line.key) }
      last = line.key
    }
    for line in tail { write(line) }
    return bytes
  }
}
