import Rules
import Testing
import Vocabulary

@testable import Scanning

@Suite struct CandidateSelectionTests {
  private static func candidate(
    _ id: String, _ secret: Range<Int>, _ confidence: Confidence = .medium, _ severity: Severity = .high
  ) throws -> Candidate {
    let text =
      "[[rules]]\nid = '\(id)'\nregex = 'x'\nseverity = '\(severity.rawValue)'\nconfidence = '\(confidence.rawValue)'\n"
    let rule = try #require(try ruleSet(text).rules.first)
    return Candidate(rule: rule, match: secret, secret: secret, entropy: 0, visiblePrefix: 0)
  }

  private func chosen(_ candidates: [Candidate]) -> [String] {
    let orders = [candidates, candidates.reversed()].map { candidates in
      CandidateSelection(candidates).chosen.map { "\($0.rule.summary.id) \($0.secret)" }
    }
    #expect(orders[0] == orders[1], "the order of the candidates decides")
    return orders[0]
  }

  @Test("of two that overlap the surer wins, then the graver, then the longer, then the first by name")
  func ranks() throws {
    let low = try Self.candidate("low", 0..<40, .low, .critical)
    let high = try Self.candidate("high", 5..<10, .high, .low)
    #expect(chosen([low, high]) == ["high 5..<10"])
    let grave = try Self.candidate("grave", 0..<4, .medium, .critical)
    let mild = try Self.candidate("mild", 2..<40, .medium, .medium)
    #expect(chosen([mild, grave]) == ["grave 0..<4"])
    let short = try Self.candidate("a-short", 0..<4)
    let long = try Self.candidate("long", 3..<9)
    #expect(chosen([short, long]) == ["long 3..<9"])
    #expect(chosen([try Self.candidate("b", 0..<4), try Self.candidate("a", 0..<4)]) == ["a 0..<4"])
    #expect(chosen([try Self.candidate("a", 0..<4), try Self.candidate("a", 2..<6)]) == ["a 0..<4"])
  }

  @Test("what touches does not overlap")
  func touching() throws {
    let parts = try [Self.candidate("a", 0..<4), Self.candidate("b", 4..<8, .high), Self.candidate("c", 8..<9, .low)]
    #expect(chosen(parts) == ["a 0..<4", "b 4..<8", "c 8..<9"])
  }

  @Test("one that loses takes none with it")
  func chain() throws {
    let chain = try [
      Self.candidate("a", 0..<10, .high), Self.candidate("b", 8..<20, .medium), Self.candidate("c", 18..<30, .low),
    ]
    #expect(chosen(chain) == ["a 0..<10", "c 18..<30"])
  }

  @Test("among many the result is sorted and free of overlaps")
  func many() throws {
    let rules = try ["a", "b", "c"].map { try Self.candidate($0, 0..<1, .high).rule }
    let candidates = (0..<600).map { number in
      let start = number * 7919 % 1000
      return Candidate(
        rule: rules[number % 3], match: start..<(start + 1), secret: start..<(start + 1 + number % 13), entropy: 0,
        visiblePrefix: 0)
    }
    let chosen = CandidateSelection(candidates).chosen
    for (one, next) in zip(chosen, chosen.dropFirst()) { #expect(one.secret.upperBound <= next.secret.lowerBound) }
    for candidate in candidates { #expect(chosen.contains { $0.secret.overlaps(candidate.secret) }) }
  }

  @Test("a rule about the path alone hides no secret at the beginning of the text")
  func pathRules() throws {
    let path = try Self.candidate("path", 0..<0, .high, .critical)
    let secret = try Self.candidate("secret", 0..<40)
    #expect(Set(chosen([path, secret])) == ["path 0..<0", "secret 0..<40"])
  }
}
