import Patterns
import Testing

@testable import Rules

/// Random expressions on random texts: PCRE2 never matches more than the extent.
@Suite struct PatternExtentPropertyTests {
  @Test(arguments: 0..<40)
  func noMatchIsLonger(seed: Int) throws {
    var grammar = RandomExpression(seed: UInt64(seed))
    var limits = PatternScratch.Limits()
    limits.match = 20_000
    let scratch = try PatternScratch(limits: limits)
    var boundedMatches = 0
    for _ in 0..<300 {
      let source = grammar.expression()
      // The grammar writes a few expressions that PCRE2 refuses, such as a look-behind without a fixed length.
      guard let pattern = try? Pattern(source) else { continue }
      let bound = PatternExtent.longestMatch(of: source)
      #expect((bound ?? 0) >= 0)
      for _ in 0..<12 {
        guard let length = try? longest(pattern, grammar.text(), scratch) else { continue }
        // What has no bound cannot break one, and what reached a limit of PCRE2 is no match.
        guard let bound else { continue }
        boundedMatches += 1
        #expect(length <= bound, "«\(source)»")
      }
    }
    // Without matches of bounded expressions this would prove nothing.
    #expect(boundedMatches > 300)
  }

  /// The same expressions: what matches holds the run that is said to stand in every match.
  @Test(arguments: 100..<140)
  func noMatchIsWithoutItsRun(seed: Int) throws {
    var grammar = RandomExpression(seed: UInt64(seed))
    var limits = PatternScratch.Limits()
    limits.match = 20_000
    let scratch = try PatternScratch(limits: limits)
    var judged = 0
    for _ in 0..<300 {
      let source = grammar.expression()
      guard let pattern = try? Pattern(source), let run = RequiredRun(in: source, shortest: 1) else { continue }
      for _ in 0..<12 {
        let text = grammar.text()
        for start in 0...text.count {
          guard
            let match = try? unsafe pattern.firstMatch(
              in: text.span.bytes, window: start..<text.count, scratch: scratch)
          else { break }
          judged += 1
          #expect(unsafe run.stands(in: text.span.bytes, match.range), "«\(source)»: \(run)")
        }
      }
    }
    #expect(judged > 300)
  }

  /// The length of the longest of all matches in `text`; `nil` when there is none.
  private func longest(_ pattern: Pattern, _ text: [UInt8], _ scratch: borrowing PatternScratch) throws -> Int? {
    var longest: Int?
    for start in 0...text.count {
      let window = start..<text.count
      guard let match = try unsafe pattern.firstMatch(in: text.span.bytes, window: window, scratch: scratch) else {
        break
      }
      longest = max(longest ?? 0, match.range.count)
    }
    return longest
  }
}

/// Expressions and texts over a few letters, so that they often match.
private struct RandomExpression {
  private var random: SeededRandom
  private var groups = 0

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func expression() -> String {
    groups = 0
    return choose(["", "", "", "(?i)", "(?x)", "(?s)"]) + alternation(depth: 3)
  }

  mutating func text() -> [UInt8] {
    let letters = Array("aaaabbbbABc  {}3,]:\n-".utf8)
    return (0..<Int.random(in: 0...60, using: &random)).map { _ in
      letters[Int.random(in: letters.indices, using: &random)]
    }
  }

  private mutating func choose(_ choices: [String]) -> String {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func alternation(depth: Int) -> String {
    let branches = Int.random(in: 0...3, using: &random) == 0 ? 2 : 1
    return (0..<branches).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  private mutating func sequence(depth: Int) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in atom(depth: depth) + quantifier() }.joined()
  }

  private mutating func atom(depth: Int) -> String {
    if depth > 0, Int.random(in: 0...2, using: &random) == 0 { return group(depth: depth - 1) }
    return choose([
      "a", "b", "c", "ab", ".", "[ab]", "[^a]", "[]a]", "[[:alpha:]]", #"\w"#, #"\s"#, #"\b"#, #"\x61"#, #"\x{62}"#,
      "{", "}",
      #"[\]b]"#, " ", "^", "$", "{,3}", #"\R"#, "]", "[a-c]", #"\W"#,
    ])
  }

  private mutating func group(depth: Int) -> String {
    let opening = choose(["(", "(", "(?:", "(?:", "(?=", "(?!", "(?<=", "(?>", "(?i:", "(?x:", "(?|", "(?<n\(groups)>"])
    groups += 1
    let reference = groups < 8 && Int.random(in: 0...5, using: &random) == 0 ? #"\#(groups)"# : ""
    return opening + alternation(depth: depth) + ")" + (reference.isEmpty ? "" : "\\" + reference)
  }

  private mutating func quantifier() -> String {
    choose(["", "", "", "", "", "?", "{2}", "{1,3}", "{2}?", "{0,2}+", "??", "{0}", "*", "{2,}"])
  }
}
