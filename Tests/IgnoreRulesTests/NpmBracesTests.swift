import Testing

@testable import IgnoreRules

@Suite struct NpmBracesTests {
  private func expand(_ pattern: String) -> [String]? {
    NpmBraces.expand(pattern.unicodeScalars.map(\.value))?.map { form in
      String(String.UnicodeScalarView(form.compactMap(Unicode.Scalar.init)))
    }
  }

  @Test(
    "choices",
    arguments: [
      ("a", ["a"]), ("a{b,c}", ["ab", "ac"]), ("{a,b}{c,d}", ["ac", "ad", "bc", "bd"]),
      ("{a,{b,c}}d", ["ad", "bd", "cd"]),
      ("x{,y}", ["x", "xy"]), ("{a}", ["{a}"]), ("{a}{b,c}", ["{a}b", "{a}c"]), ("{a{b,c}", ["{ab", "{ac"]),
      ("{a,b", ["{a,b"]),
      ("\\{a,b}", ["\\{a,b}"]), ("{a\\,b,c}", ["a\\,b", "c"]), ("{{a,b}}", ["{a}", "{b}"]),
      ("a}{b,c}", ["a}b", "a}c"]),
    ])
  func choices(pattern: String, expected: [String]) { #expect(expand(pattern) == expected) }

  @Test("what is not understood", arguments: ["{1..3}", "${a,b}", String(repeating: "{a,b}", count: 10)])
  func notUnderstood(pattern: String) { #expect(expand(pattern) == nil) }

  @Test("hostile braces end soon", .timeLimit(.minutes(1)))
  func hostile() {
    #expect(expand(String(repeating: "{", count: 60_000))?.count == 1)
    #expect(expand(String(repeating: "{a}", count: 20_000)) == nil)
    #expect(expand(String(repeating: "{a,", count: 20_000)) != nil)
  }
}
