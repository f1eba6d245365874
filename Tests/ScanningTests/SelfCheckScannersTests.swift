import Rules
import Testing
import Vocabulary

@testable import Scanning

@Suite struct SelfCheckScannersTests {
  private let blob: Blob

  init() throws {
    let text = try ExampleTemplate("token = \"{lower:4}{digits:20}\"").text(seed: 0)
    blob = Blob(provenance: Provenance(path: RepositoryPath("example")), bytes: Array(text.utf8))
  }

  private func scanners() throws -> SelfCheckScanners {
    let text = """
      [[rules]]
      id = "shaped"
      regex = '[a-z]{4}[0-9]{20}'
      keywords = ["token"]
      [[rules]]
      id = "named"
      assigned = "token"
      keywords = ["token"]
      """
    var compiler = RuleCompiler(keywordsStandInMatches: false)
    try compiler.add([WrittenPack(text, file: "pack.toml")])
    return try SelfCheckScanners(RuleGroup(compiler.rules), compiler.rules, [])
  }

  private func rules(_ matches: Scanner.Matches?) -> Set<String>? {
    matches.map { Set($0.uses.map(\.rule.name)) }
  }

  /// Breaks when overlaps are not seen, or a rule that weighs is not proven in every round.
  @Test("the first round asks all rules, the others those that know a shape and the rule itself")
  func rounds() throws {
    let scanners = try scanners()
    #expect(rules(scanners.matches(of: "shaped", in: blob, isFirst: true)) == ["shaped", "named"])
    #expect(rules(scanners.matches(of: "shaped", in: blob, isFirst: false)) == ["shaped"])
    #expect(rules(scanners.matches(of: "named", in: blob, isFirst: false)) == ["shaped", "named"])
  }

  /// Breaks when nothing is held against the windows round keywords.
  @Test func theWholeText() throws {
    let scanners = try scanners()
    let whole = scanners.matchesAnywhere(of: "shaped", in: blob)
    #expect(rules(whole) == ["shaped"])
    #expect(whole?.isStray == true, "its keyword stands before the match")
    #expect(rules(scanners.matchesAnywhere(of: "named", in: blob)) == nil)
  }
}
