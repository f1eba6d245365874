import Testing

@testable import IgnoreRules

@Suite struct GlobMachineTests {
  private func matches(_ tokens: [GlobToken], _ text: String) -> Bool {
    GlobMachine(tokens).matches(text.unicodeScalars.map(\.value))
  }

  private func tokens(_ pattern: String) -> [GlobToken] {
    GitGlob.tokens(Array(pattern.utf8)[...], matchesPaths: true, ignoresCase: false) ?? []
  }

  @Test(
    "steps",
    arguments: [
      ("a*b", "ab", true), ("a*b", "axxb", true), ("a*b", "ax/b", false), ("**/b", "b", true), ("**/b", "a/c/b", true),
      ("**/b", "ab", false), ("a/**/b", "a/b", true), ("a/**/b", "ab", false), ("a/**", "a/b/c", true),
      ("?", "/", false), ("", "", true),
      ("", "a", false), ("**/**/b", "b", true), ("**/*", "a", true), ("a*", "a", true), ("*a*a*", "aa", true),
      ("*a*a*", "a", false),
    ])
  func steps(pattern: String, text: String, expected: Bool) { #expect(matches(tokens(pattern), text) == expected) }

  /// Breaks when a bit is lost at the seam of two words.
  @Test("patterns longer than a word", arguments: [61, 62, 63, 64, 65, 126, 127, 128, 129, 200])
  func seams(length: Int) {
    let literal = String(repeating: "a", count: length)
    #expect(matches(tokens(literal + "*b"), literal + "cccb"))
    #expect(
      matches(tokens(literal + "/**/b"), literal + "/b") && matches(tokens(literal + "/**/b"), literal + "/c/d/b"))
    #expect(!matches(tokens(literal + "/**/b"), literal + "/cb") && !matches(tokens(literal + "*b"), literal + "c"))
    #expect(matches(tokens(literal + "/**/**/*"), literal + "/x") && !matches(tokens(literal + "?"), literal))
  }

  @Test("symbols beyond the first 256 are taken by sets and by name")
  func wide() {
    let tokens: [GlobToken] = [.symbol(0x4E2D), .one(SymbolSet(allBut: [0x6587])), .segmentRun]
    #expect(matches(tokens, "中a文") && !matches(tokens, "中文") && !matches(tokens, "中"))
    #expect(matches([.run, .symbol(0xE9)], "中文é") && !matches([.segmentRun], "中/文"))
  }

  /// A plain matcher that tries everything is held against the machine.
  @Test("random patterns match as trying everything does", arguments: 0..<200)
  func random(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<40 {
      let pattern = (0..<random.number(0..<9)).map { _ in random.pick(["a", "b", "*", "**", "/", "?", "[ab]", "/**/"]) }
        .joined()
      let text = (0..<random.number(0..<8)).map { _ in random.pick(["a", "b", "/"]) }.joined()
      let tokens = tokens(pattern)
      #expect(
        matches(tokens, text) == tries(tokens[...], Array(text.unicodeScalars.map(\.value))[...]), "\(pattern) \(text)")
    }
  }

  private func tries(_ tokens: ArraySlice<GlobToken>, _ text: ArraySlice<UInt32>) -> Bool {
    guard let token = tokens.first else { return text.isEmpty }
    let rest = tokens.dropFirst()
    switch token {
    case .fork: return tries(rest, text) || tries(rest.dropFirst(2), text)
    case .symbol(let symbol): return text.first == symbol && tries(rest, text.dropFirst())
    case .one(let set): return text.first.map { set.contains($0) } ?? false && tries(rest, text.dropFirst())
    case .many(let set):
      return tries(rest, text) || (text.first.map { set.contains($0) } ?? false && tries(tokens, text.dropFirst()))
    }
  }

  @Test("hostile patterns end soon", .timeLimit(.minutes(1)))
  func hostile() {
    let text = String(repeating: "a", count: 4000)
    for pattern in ["*a", "**/a", "*[ab]", "a*", "?*", "**/*a*/"] {
      #expect(!matches(tokens(String(repeating: pattern, count: 1500) + "b"), text))
    }
    let folders = String(repeating: "a/", count: 2000) + "a"
    #expect(!matches(tokens(String(repeating: "**/a*/", count: 900) + "b"), folders))
  }
}
