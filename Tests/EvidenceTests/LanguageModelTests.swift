import Testing

@testable import Evidence

@Suite struct LanguageModelTests {
  private func likelihood(_ text: String) throws -> Double {
    try #require(LanguageModel.reading(of: Array(text.utf8)[...])).likelihood
  }

  @Test(
    "words of several languages read like words",
    arguments: ["password", "secret", "configuration", "passwort", "contrasena", "redis", "alice", "admin", "hunter"])
  func words(_ word: String) throws {
    #expect(try likelihood(word) > -4.6)
  }

  @Test("letters drawn at random do not", arguments: ["utxgaqb", "pnfjpkn", "ltftmzv", "uugqm", "xqzkvwpj"])
  func random(_ word: String) throws {
    #expect(try likelihood(word) < -5.5)
  }

  @Test("of random texts of eight letters nine in ten are rarer than nineteen in twenty words")
  func separation() throws {
    var generator = RandomLetters(state: 7)
    let random = try (0..<400).map { _ in try likelihood(generator.word(8)) }.sorted()
    #expect(random[360] < -4.9)
    #expect(random[200] < -6)
  }

  @Test("a name in camel case is read word by word")
  func camelCase() throws {
    #expect(try likelihood("passwordResetToken") > -4.6)
    #expect(try likelihood("HTTPServerAddress") > -4.8)
  }

  @Test("fewer than three letters in a row say nothing", arguments: ["", "12", "a1b2c3", "--", "ab-cd"])
  func silence(_ text: String) {
    #expect(LanguageModel.reading(of: Array(text.utf8)[...]) == nil)
  }

  @Test("letters are counted that stand in runs of three")
  func letters() throws {
    #expect(try #require(LanguageModel.reading(of: Array("abc1de2fghi".utf8)[...])).letters == 7)
  }
}

/// Repeatable letters.
struct RandomLetters {
  var state: UInt64

  mutating func word(_ count: Int) -> String {
    String(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Character(UnicodeScalar(UInt8(97 + (state >> 33) % 26)))
      })
  }
}
