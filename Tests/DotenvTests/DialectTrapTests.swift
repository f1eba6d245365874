import Testing

@testable import Dotenv

@Suite struct DialectTrapTests {
  @Test(arguments: DialectTrap.allCases)
  func sentenceNamesTheReader(trap: DialectTrap) {
    for dialect in DotenvDialect.allCases {
      let sentence = trap.sentence(for: dialect)
      #expect(!sentence.hasSuffix("."))
      #expect(!sentence.contains("\n"))
      #expect(DotenvDialect.allCases.contains { sentence.hasPrefix($0.title) })
    }
  }

  @Test func sentencesTellReadersApart() {
    for trap in [DialectTrap.hash, .hashAfterSign, .dollar, .backslash, .textAfterQuote, .noValue, .backtick] {
      #expect(
        Set(DotenvDialect.current.map { trap.sentence(for: $0) }).count > 3 || trap == .hashAfterSign
          || trap == .backtick)
    }
  }

  @Test(
    "what is true of a reader is what it does",
    arguments: [
      (DialectTrap.hash, DotenvDialect.node, "K=a#b", "a"), (.hash, .docker, "K=a #b", "a #b"),
      (.hash, .compose, "K=a\t#b", "a\t#b"), (.hash, .python, "K=a\t#b", "a"), (.hash, .bash, "K=a\t#b", "a"),
      (.hashAfterSign, .compose, "K= #b", "#b"), (.hashAfterSign, .node, "K= #b", ""),
      (.quotes, .docker, "K='a'", "'a'"),
      (.backtick, .node, "K=`a`", "a"), (.backtick, .python, "K=`a`", "`a`"), (.dollar, .python, "K=$A", "$A"),
      (.dollarInSingleQuotes, .python, "K='${A}'", ""), (.backslash, .bash, "K=\"a\\nb\"", "a\\nb"),
      (.backslash, .node, "K=\"a\\nb\"", "a\nb"), (.carriageReturn, .bash, "K=a\r\n", "a\r"),
    ])
  func sentences(trap: DialectTrap, dialect: DotenvDialect, text: String, expected: String) {
    #expect(value(text, dialect) == expected)
    #expect(!trap.sentence(for: dialect).isEmpty)
  }
}
