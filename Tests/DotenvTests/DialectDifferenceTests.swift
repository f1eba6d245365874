import Dotenv
import Testing

@Suite struct DialectDifferenceTests {
  /// `DIALECT:TRAP` for each reader that reads the first entry otherwise.
  private func traps(_ text: String, _ dialect: DotenvDialect = .compose) -> [String] {
    document(text, dialect).differences().filter { $0.entry == 0 }.map { "\($0.dialect.rawValue):\($0.trap.rawValue)" }
  }

  @Test(
    "lines that all readers agree about", arguments: ["K=1\n", "K=\n", "K=a-b_c.d/e:f@g\n", "# K=x y\nK=1\n", "K=é\n"])
  func none(text: String) {
    for dialect in DotenvDialect.current { #expect(document(text, dialect).differences().isEmpty) }
  }

  @Test(
    "who reads otherwise, and why",
    arguments: [
      Reading("K=a#b\n", "node:hash"),
      Reading("K=a #b\n", "docker:hash"),
      Reading("K=  # b\n", "bash:hashAfterSign", "docker:hashAfterSign", "node:hashAfterSign", "python:hashAfterSign"),
      Reading("K=\"a\\nb\"\n", "bash:backslash", "docker:quotes"),
      Reading("K=\"a b\"\n", "docker:quotes"),
      Reading("K='${A}'\n", "docker:quotes", "python:dollarInSingleQuotes"),
      Reading("K=${A}\n", "docker:dollar", "node:dollar"),
      Reading("K=$A\n", "docker:dollar", "node:dollar", "python:dollar"),
      Reading("K=a$$b\n", "bash:dollar", "docker:dollar", "node:dollar", "python:dollar"),
      Reading("K=a b\n", "bash:blank"),
      Reading("K=a;b\n", "bash:shellSign"),
      Reading("K=a&b\n", "bash:shellSign"),
      Reading("K=~/x\n", "bash:tilde"),
      Reading("K=a\\b\n", "bash:backslash"),
      Reading("K=it's\n", "bash:unterminatedQuote"),
      Reading("K=`a`\n", "bash:backtick", "node:backtick"),
      Reading("K = 1\n", "bash:blanksAroundSign", "docker:blanksAroundSign"),
      Reading("K: 1\n", "bash:colon", "docker:colon", "node:colon", "python:colon"),
      Reading("export K=1\n", "docker:export"),
      Reading("export K=\n", "docker:export", "node:export"),
      Reading("export\tK=1\n", "docker:export", "node:export"),
      Reading("K=\n# c\nL=1\n"),
      Reading("K= \nL=1\n", "docker:blanksAroundSign", "node:blankValue"),
      Reading("K={a=\"b\"}\n", "bash:quotes"),
      Reading("K=1\r\n", "bash:carriageReturn"),
      Reading("\u{FEFF}K=1\n", "bash:byteOrderMark", "node:byteOrderMark"),
      Reading("a.b=1\n", "bash:name"),
      Reading("K=\"a\nb\"\n", "docker:multiLine"),
      Reading("K='a'\\''b'\n", "bash:textAfterQuote", "docker:quotes", "python:textAfterQuote"),
    ])
  func compose(example: Reading) { #expect(traps(example.text) == example.variables) }

  @Test(
    "the same from elsewhere",
    arguments: [
      (DotenvDialect.node, "K=`a`\n", ["bash:backtick", "compose:backtick", "docker:backtick", "python:backtick"]),
      (.node, "K=\"a\n", ["bash:unterminatedQuote", "compose:unterminatedQuote", "python:unterminatedQuote"]),
      (.docker, "K=\"a b\"\n", ["bash:consequence", "compose:consequence"]),
      (.python, "'K'=1\n", ["bash:name"]),
      (.bash, "export K\n", ["docker:export"]),
      (.python, "K\n", ["bash:noValue"]),
    ])
  func others(dialect: DotenvDialect, text: String, expected: [String]) {
    let found = traps(text, dialect)
    for trap in expected where !trap.hasSuffix("consequence") && !trap.hasSuffix("name") {
      #expect(found.contains(trap))
    }
    #expect(found.isEmpty == expected.isEmpty)
  }

  @Test func whatBecomesOfTheEntryIsTold() {
    func readings(_ text: String) -> [DotenvDialect: DialectDifference.Reading] {
      Dictionary(
        document(text).differences().map { ($0.dialect, $0.reading) }, uniquingKeysWith: { first, _ in first })
    }
    #expect(readings("K=a b\n") == [.bash: .refusal])
    #expect(readings("K=a#b\n") == [.node: .anotherValue])
    #expect(readings("K: 1\n") == [.bash: .refusal, .docker: .refusal, .node: .nothing, .python: .nothing])
    #expect(readings("export\tK=1\n") == [.docker: .refusal, .node: .anotherName])
    #expect(readings("export K=\n")[.node] == .anotherName)
  }

  @Test func variableThatIsReadOtherwiseHasConsequences() {
    let differences = document("A=\"x\\ty\"\nB=${A}\n", .python).differences(from: [.bash])
    #expect(differences.map(\.entry) == [0, 1])
    #expect(differences.map(\.trap) == [.backslash, .dollar])
  }

  @Test func entrySwallowedByAnother() {
    // To Node the quote is not closed, and the second line is one of its own.
    let differences = document("A='x\\'\nB=1\n", .node).differences(from: [.python, .compose])
    #expect(differences.contains { $0.entry == 0 && $0.dialect == .compose && $0.reading == .refusal })
  }

  @Test func settingThatOnlyOneReaderSees() {
    let differences = document("# c\n  #x=2\nK=1\n").differences()
    #expect(differences.map(\.dialect) == [.node])
    #expect(differences.map(\.reading) == [.anotherEntry])
    #expect(differences.map(\.line) == [1])
    #expect(differences.map(\.entry) == [nil])
    #expect(differences.map(\.message) == ["Node takes something on this line for a setting"])
  }

  @Test func lineIsToldOnce() {
    let differences = document("K='a'L='2'\n", .python).differences(from: [.compose])
    #expect(differences.map(\.reading) == [.anotherEntry])
  }

  /// Two readers that make something else of a file, and no difference: that cannot be.
  @Test func everyFileThatIsReadOtherwiseHasADifference() {
    for seed in 0..<3_000 {
      var file = GeneratedFile(seed: UInt64(seed))
      let bytes = file.bytes()
      for dialect in [DotenvDialect.compose, .python] {
        let own = DotenvDocument(bytes, file: "", dialect: dialect)
        guard let variables = try? own.variables() else { continue }
        for other in DotenvDialect.allCases {
          let document = DotenvDocument(bytes, file: "", dialect: other)
          let isSame = (try? document.variables()).map { Set($0) == Set(variables) } ?? false
          let differences = own.differences(from: [other])
          if !isSame, differences.isEmpty, !document.problems.contains(where: { !$0.isPassedOver }) {
            Issue.record("\(dialect) and \(other) of \(String(decoding: bytes, as: UTF8.self).debugDescription)")
          }
        }
      }
    }
  }

  @Test func valuesAreNeverTold() {
    let word = "hunter" + "2#x y"
    for difference in document("K='\(word)'\nL=\(word)\n").differences() {
      #expect(!difference.message.contains("hunter"))
    }
  }

  @Test func onlyTheDialectsThatWereAskedFor() {
    #expect(Set(document("K=a#b c\n").differences(from: [.node, .compose]).map(\.dialect)) == [.node])
    #expect(document("K=\t1\n", .compose).differences(from: [.node20]).map(\.dialect) == [.node20])
  }
}
