import Foundation
import Testing

@testable import IgnoreRules

/// git itself is asked about every path of random trees, and every answer must be ours: file, line and pattern.
///
/// `STANCH_IGNORE_TREES` is the number of trees, `STANCH_IGNORE_SEED` the seed of the first: files take their time to make, so 10,000
/// and more are for whoever changes the matching.
@Suite struct GitAgreementTests {
  private static func setting(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  private static let trees = setting("STANCH_IGNORE_TREES", 2_000)
  private static let seed = setting("STANCH_IGNORE_SEED", 1)

  /// What git would print of our verdict.
  private func answer(_ verdict: IgnoreVerdict) -> IgnoreSandbox.Answer {
    guard let decision = verdict.decision else { return .init() }
    return .init(file: decision.file, line: "\(decision.line)", pattern: decision.pattern)
  }

  /// Compares all paths of the trees; how many of them a line decides.
  private func compare(_ trees: [RandomIgnoreTree], ignoresCase: Bool) throws -> Int {
    let sandbox = try IgnoreSandbox(ignoresCase: ignoresCase)
    for tree in trees { try sandbox.make(tree) }
    var theirs = try sandbox.answers(trees.flatMap { $0.entries.map(\.path) })[...]
    var decided = 0
    for tree in trees {
      let rules = tree.rules(ignoresCase: ignoresCase)
      for entry in tree.entries {
        let (verdict, expected) = (rules.verdict(for: entry.path, isDirectory: entry.isDirectory), theirs.removeFirst())
        if expected != .init() { decided += 1 }
        #expect(answer(verdict) == expected, "\(String(decoding: entry.path, as: UTF8.self)) in \(tree)")
        // A line with «!» takes in, every other leaves out.
        #expect(verdict.isIgnored == (verdict.decision.map { $0.pattern.first != UInt8(ascii: "!") } ?? false))
      }
    }
    return decided
  }

  /// Trees side by side in one repository: its root has no ignore file, so that none reaches into another.
  @Test("git says the same of random trees", arguments: [false, true])
  func manyTrees(ignoresCase: Bool) throws {
    let count = GitAgreementTests.trees / 2
    var decided = 0
    for start in stride(from: 0, to: count, by: 1000) {
      let trees = (start..<min(start + 1000, count)).map { index in
        let seed = GitAgreementTests.seed + index * 2 + (ignoresCase ? 1 : 0)
        return RandomIgnoreTree(seed: UInt64(seed), root: Array("t\(index)/".utf8))
      }
      decided += try compare(trees, ignoresCase: ignoresCase)
    }
    // Patterns that never meet a path would prove nothing.
    #expect(decided > count)
  }

  @Test("git says the same where the ignore file is at the root", arguments: [false, true])
  func roots(ignoresCase: Bool) throws {
    var decided = 0
    for index in 0..<100 {
      let tree = RandomIgnoreTree(seed: UInt64(1_000_000 + index), root: [])
      decided += try compare([tree], ignoresCase: ignoresCase)
    }
    #expect(decided > 100)
  }
}
