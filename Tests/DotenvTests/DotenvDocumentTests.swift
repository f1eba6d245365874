import Testing

@testable import Dotenv

@Suite struct DotenvDocumentTests {
  @Test func variablesComeInTheOrderOfTheirNamesAndWithTheLastValue() throws {
    let variables = try document("B=1\nA=2\nB=3\n").variables()
    #expect(variables.map { String(decoding: $0.name, as: UTF8.self) } == ["B", "A"])
    #expect(variables.map { String(decoding: $0.value, as: UTF8.self) } == ["3", "2"])
  }

  @Test func errorNamesFileLineAndColumn() {
    let document = DotenvDocument(Array("A=1\né = é\"\nB=\"x".utf8), file: "config/.env", dialect: .compose)
    let error = #expect(throws: DotenvError.self) { try document.variables() }
    #expect(error?.description == "config/.env:3:3: the quote that opens here is never closed")
    #expect(error?.hint == "close the quote, or put the value between quotes of the other kind")
    #expect(error?.problem.code == .unterminatedQuote)
  }

  @Test func errorIsTheFirstInTheFile() {
    let document = document("A=\"${X:?needed}\"\n$=1\n")
    #expect(document.problems.map(\.code) == [.required(Array("X".utf8)), .unexpectedCharacterInName])
    let error = #expect(throws: DotenvError.self) { try document.variables() }
    #expect(error?.description == ".env:1:3: X is required here and not set")
  }

  @Test func lastEntryOfANameCounts() {
    let document = document("A=1\nB=2\nA=3\n")
    #expect(document.entry(named: "A")?.value == Array("3".utf8))
    #expect(document.entry(named: "C") == nil)
  }

  @Test func duplicates() {
    let document = document("A=1\nB=2\nA=3\nC=4\nB=5\nA=6\n")
    #expect(document.duplicates.map { $0.map(\.line) } == [[0, 2, 5], [1, 4]])
    #expect(DotenvDocumentTests.none.duplicates.isEmpty)
  }

  private static let none = document("A=1\nB=2\n")

  @Test func positionsAreInCodePoints() {
    let document = document("é=1\n  Ключ = \"ü\" x\n")
    let entry = document.entries[1]
    #expect(document.position(of: entry.key.lowerBound) == DotenvPosition(offset: 7, line: 2, column: 3))
    #expect(entry.rawValue.map { document.position(of: $0.lowerBound).column } == 10)
  }

  @Test func entryKnowsItsParts() throws {
    let document = document("export KEY = \"va\\nlue\"  # why\n", .python)
    let entry = try #require(document.entries.first)
    #expect(entry.nameText == "KEY")
    #expect(entry.hasExport)
    #expect(entry.quote == .double)
    #expect(document.text(entry.key) == "KEY")
    #expect(entry.rawValue.map(document.text) == "\"va\\nlue\"")
    #expect(entry.value == Array("va\nlue".utf8))
    #expect(entry.inlineComment.map(document.text) == "# why")
    #expect(document.text(entry.range) == "export KEY = \"va\\nlue\"")
  }

  @Test(arguments: DotenvDialect.allCases)
  func emptyFile(dialect: DotenvDialect) throws {
    let document = document("", dialect)
    #expect(document.lines.isEmpty)
    #expect(try document.variables().isEmpty)
    #expect(document.position(of: 0) == DotenvPosition(offset: 0, line: 1, column: 1))
  }

  @Test(
    "the same line in every dialect",
    arguments: [
      (DotenvDialect.compose, "a"), (.docker, "'a' # b"), (.node, "a"), (.node20, "a"), (.python, "a"), (.bash, "a"),
    ])
  func dialects(dialect: DotenvDialect, expected: String) { #expect(value("K='a' # b\n", dialect) == expected) }

  @Test func referencesAreThoseThatWereAskedFor() {
    func references(_ text: String, _ dialect: DotenvDialect) -> [String] {
      document(text, dialect).entries[0].references.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(references("K=$A${B:-$C}", .compose) == ["A", "B", "C"])
    #expect(references("K=$A${B:-$C}", .bash) == ["A", "B", "C"])
    #expect(references("K='$A'", .bash) == [])
    #expect(references("K=$A", .node) == [])
  }
}
