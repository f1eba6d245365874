import Testing

@testable import SettingDiscovery

/// Recall and precision over labelled snippets of every format; place, name, need, origin and secrecy all have to be right.
@Suite struct LabelledDeploymentTests {
  private static let leastRecall = 0.99
  private static let leastPrecision = 0.99

  @Test func recallAndPrecision() {
    var (right, missed, wrong) = (0, 0, 0)
    var report: [String] = []
    for snippet in LabelledSnippet.all {
      let found = snippet.found()?.references ?? []
      let lost = snippet.expected.subtracting(found)
      let extra = found.subtracting(snippet.expected)
      right += found.intersection(snippet.expected).count
      missed += lost.count
      wrong += extra.count
      if !lost.isEmpty || !extra.isEmpty {
        report.append("\(snippet): missed \(lost.sorted()), wrong \(extra.sorted())")
      }
    }
    let recall = Double(right) / Double(max(1, right + missed))
    let precision = Double(right) / Double(max(1, right + wrong))
    let text = "recall \(recall), precision \(precision)\n" + report.joined(separator: "\n")
    #expect(recall >= LabelledDeploymentTests.leastRecall, "\(text)")
    #expect(precision >= LabelledDeploymentTests.leastPrecision, "\(text)")
  }

  /// Breaks when the corpus shrinks, or cannot be read.
  @Test func size() {
    #expect(LabelledSnippet.all.count >= 120)
  }

  /// Breaks when an env file that is named is not told, or whether it has to be there.
  @Test(arguments: LabelledSnippet.all.filter { !$0.files.isEmpty })
  func envFiles(snippet: LabelledSnippet) {
    #expect(snippet.found()?.files == snippet.files)
  }

  /// Breaks when a file of one of the formats has no reader.
  @Test(arguments: LabelledSnippet.all) func everySnippetHasAReader(snippet: LabelledSnippet) {
    #expect(snippet.found() != nil)
  }
}
