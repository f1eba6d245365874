import Foundation
import SettingDiscovery
import Testing

/// The readers on labelled snippets of all languages: how much of what is asked for is found, and how much of what is found is asked for.
struct LabelledCodeTests {
  static func samples() throws -> [LabelledCode] {
    let url = try #require(Bundle.module.url(forResource: "labelled-code", withExtension: "txt"))
    let text = try String(contentsOf: url, encoding: .utf8)
    return ("\n" + text).components(separatedBy: "\n--- ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return LabelledCode(lines.count > 1 ? String(lines[1]) : "", path: String(lines[0]))
    }
  }

  @Test func `There are at least 300 snippets`() throws {
    #expect(try LabelledCodeTests.samples().count >= 300)
  }

  @Test func `Recall and precision over all snippets`() throws {
    var expected = 0
    var found = 0
    var right = 0
    for sample in try LabelledCodeTests.samples() {
      let readout = sample.read()
      expected += sample.labels.count
      found += readout.found.count
      right += readout.found.intersection(sample.labels).count
      for missed in sample.labels.subtracting(readout.found) { print("missed  \(sample.describe(missed))") }
      for extra in readout.found.subtracting(sample.labels) { print("extra   \(sample.describe(extra))") }
    }
    let recall = Double(right) / Double(expected)
    let precision = Double(right) / Double(found)
    print("labels \(expected), found \(found), right \(right): recall \(recall), precision \(precision)")
    #expect(recall >= 0.99)
    #expect(precision >= 0.99)
  }

  @Test func `No snippet leaves a gap`() throws {
    for sample in try LabelledCodeTests.samples() { #expect(sample.read().gaps.isEmpty, "\(sample.path)") }
  }
}
