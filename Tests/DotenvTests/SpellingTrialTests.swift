import Testing

@testable import Dotenv

@Suite struct SpellingTrialTests {
  private func spelling(
    _ value: String, _ dialects: [DotenvDialect], before: String = "K=", behind: String = "", lineEnd: String = "\n"
  ) -> String? {
    let trial = SpellingTrial(
      before: Array(before.utf8), behind: Array(behind.utf8), lineEnd: Array(lineEnd.utf8), name: Array("K".utf8))
    return trial.spelling(of: Array(value.utf8), in: dialects).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func plainWhereItMeansTheSame() {
    #expect(spelling("abc", DotenvDialect.current) == "abc")
    #expect(spelling("a b", [.docker, .node, .compose, .python]) == "a b")
  }

  @Test func openQuoteIsNoSpelling() {
    // On a line of its own Node would keep the quote; with another one further down it would not.
    #expect(spelling("'x", [.node]) == "\"'x\"")
    #expect(spelling("'x", [.docker]) == "'x")
  }

  @Test func whatStandsBehindCounts() {
    #expect(spelling("a", [.python], behind: " # why") == "a")
    #expect(spelling("a", [.python], behind: "# why") == "'a'")
    #expect(spelling("a", [.docker], behind: " # why") == nil)
    #expect(spelling("a", [.bash], lineEnd: "\r\n") == nil)
    #expect(spelling("a", [.compose], lineEnd: "\r\n") == "a")
  }

  @Test func whatStandsBeforeCounts() {
    #expect(spelling("a", [.python, .bash], before: "export K=") == "a")
    #expect(spelling("a", [.docker], before: "export K=") == nil)
    #expect(spelling("a", [.bash], before: "K= ") == nil)
  }

  @Test func whoIsUnable() {
    let trial = SpellingTrial(before: Array("K=".utf8), behind: [], lineEnd: [.newline], name: Array("K".utf8))
    #expect(trial.unable(toHold: Array("a\nb".utf8), among: DotenvDialect.current) == [.docker])
    #expect(trial.unable(toHold: Array("a\0b".utf8), among: [.bash]) == [.bash])
    #expect(trial.unable(toHold: [0xFF], among: DotenvDialect.current) == [.docker, .node, .python])
    #expect(trial.unable(toHold: Array("a".utf8), among: DotenvDialect.allCases).isEmpty)
  }
}
