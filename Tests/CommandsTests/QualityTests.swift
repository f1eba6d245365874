import Foundation
import Rules
import Scanning
import Testing
import Vocabulary

@testable import Commands

/// How well the built-in rules tell secrets from what looks like them, on a small labelled set. The figures on real data,
/// which is nobody's to hand on, are in docs/quality.md.
@Suite struct QualityTests {
  private struct Sample {
    let isSecret: Bool
    let path: String
    let template: String
  }

  private static func samples() throws -> [Sample] {
    let file = try #require(Bundle.module.url(forResource: "labelled-samples", withExtension: "txt"))
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.dropFirst(2).split(separator: " | ", maxSplits: 1)
      try #require(parts.count == 2, "\(line)")
      let template = String(parts[1]).replacing("\\n", with: "\n") + "\n"
      return Sample(isSecret: line.hasPrefix("+"), path: String(parts[0]), template: template)
    }
  }

  /// How often each sample is filled with other values.
  private static let rounds: UInt64 = 12

  @Test("of secrets at least 95 in a hundred are found, and of what is none at most 1 is taken for one")
  func quality() throws {
    let scanner = try Scanner(BuiltInRules.ruleSet())
    var (found, missed, false_, quiet) = (0, 0, 0, 0)
    var mistakes: Set<String> = []
    for sample in try Self.samples() {
      for seed in 0..<Self.rounds {
        let text = try ExampleTemplate(sample.template).text(seed: seed)
        let blob = Blob(provenance: Provenance(path: RepositoryPath(sample.path)), bytes: Array(text.utf8))
        let isFound = !scanner.scan(blob).findings.isEmpty
        switch (sample.isSecret, isFound) {
        case (true, true): found += 1
        case (true, false): missed += 1
        case (false, true): false_ += 1
        case (false, false): quiet += 1
        }
        if sample.isSecret != isFound { mistakes.insert("\(sample.path) | \(sample.template)") }
      }
    }
    let told = mistakes.sorted().joined()
    #expect(found * 100 >= (found + missed) * 95, "found \(found) of \(found + missed):\n\(told)")
    #expect(false_ * 100 <= false_ + quiet, "\(false_) false alarms in \(false_ + quiet):\n\(told)")
  }
}
