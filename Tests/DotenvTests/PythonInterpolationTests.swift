import Testing

@testable import Dotenv

@Suite struct PythonInterpolationTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("${A}", "a"), ("x${A}y${A}", "xaya"), ("$A", "$A"), ("$$", "$$"), ("${NONE}", ""),
      ("${NONE:-d}", "d"), ("${A:-d}", "a"), ("${EMPTY:-d}", ""), ("${NONE-d}", ""), ("${NONE:?e}", "${NONE:?e}"),
      ("${A", "${A"), ("${", "${"), ("${}", ""), ("${A:", "${A:"), ("${A:-d", "${A:-d"), ("${ A }", ""),
      ("${NONE:-}", ""),
      ("${NONE:-${A}}", "${A}"), ("${${A}", ""), ("${x\ny}", ""), ("${a:b}${A}", "${a:b}a"), ("\\${A}", "\\a"),
    ])
  func expanded(text: String, expected: String) throws {
    var scope = DotenvScope(DotenvEnvironment(["A": "a", "EMPTY": ""]))
    var interpolation = PythonInterpolation(Array(text.utf8))
    #expect(String(decoding: try interpolation.expanded(in: &scope), as: UTF8.self) == expected)
  }

  @Test func quotesDoNotMatter() {
    #expect(value("A=a\nK='${A}'", .python) == "a")
    #expect(value("A=a\nK=\"${A}\"", .python) == "a")
    #expect(value("A=a\nK=${A}", .python) == "a")
  }

  @Test func environmentWinsOverTheFile() {
    #expect(value("A=file\nK=${A}", .python, environment: ["A": "outside"]) == "outside")
  }

  @Test func nameWithoutAValueIsEmptyAndTakesNoDefault() { #expect(value("A\nK=${A:-d}", .python)?.isEmpty == true) }

  @Test func whatIsReferredToIsKnown() {
    let entry = document("K=${A}${B:-x}", .python).entries[0]
    #expect(entry.references == [Array("A".utf8), Array("B".utf8)])
  }
}
