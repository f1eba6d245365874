import Testing

@testable import Dotenv

@Suite struct ComposeTemplateTests {
  private func substituted(_ text: String) -> Result<String, DotenvProblem.Code> {
    var scope = DotenvScope(DotenvEnvironment(["A": "a", "EMPTY": "", "LONG_1": "long"]))
    do throws(DotenvProblem.Code) {
      return .success(String(decoding: try ComposeTemplate(Array(text.utf8)).substituted(in: &scope), as: UTF8.self))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    "variables",
    arguments: [
      ("", ""), ("plain", "plain"), ("$A", "a"), ("${A}", "a"), ("$A$A", "aa"), ("$LONG_1.", "long."), ("$NONE", ""),
      ("x${NONE}y", "xy"), ("$$A", "$A"), ("$$", "$"), ("$$$A", "$a"), ("$", "$"), ("a$", "a$"), ("$1", "$1"),
      ("$ A", "$ A"), ("$é", "$é"), ("$}", "$}"), ("${A}}", "a}"), ("$A{", "a{"),
    ])
  func variables(text: String, expected: String) { #expect(substituted(text) == .success(expected)) }

  @Test(
    "defaults",
    arguments: [
      ("${A:-d}", "a"), ("${A-d}", "a"), ("${EMPTY:-d}", "d"), ("${EMPTY-d}", ""), ("${NONE:-d}", "d"),
      ("${NONE-d}", "d"), ("${NONE:-}", ""), ("${A:+d}", "d"), ("${EMPTY:+d}", ""), ("${EMPTY+d}", "d"),
      ("${NONE+d}", ""), ("${NONE:+d}", ""), ("${A:?e}", "a"), ("${EMPTY?e}", ""), ("${NONE:-$A}", "a"),
      ("${NONE:-${A}}", "a"), ("${NONE:-${NONE:-${A}}}", "a"), ("${NONE:-x y}z", "x yz"), ("${NONE-a:-b}", "a:-b"),
      ("${NONE:-$$}", "$"), ("${A:-${NONE:?e}}", "a"), ("${NONE:-a}${NONE:-b}", "ab"),
    ])
  func defaults(text: String, expected: String) { #expect(substituted(text) == .success(expected)) }

  @Test(
    "braces in defaults are counted, as far as they go",
    arguments: [
      ("${NONE:-{x}}", "{x}"), ("${NONE:-{x}", "{x"), ("${NONE:-x}y}", "xy}"), ("${NONE:-{{a}}}.", "{{a}}."),
      ("${NONE:-{}}", "{}"), ("${NONE:-{}x}y}", "{}x}y"),
    ])
  func braces(text: String, expected: String) { #expect(substituted(text) == .success(expected)) }

  @Test(
    "what is no variable",
    arguments: ["${", "${}", "${1}", "${A", "${A:}", "${A.b}", "${NONE:-a\nb}", "${ A}", "${A!}"])
  func invalid(text: String) { #expect(substituted(text) == .failure(.notATemplate)) }

  @Test("required variables", arguments: ["${NONE:?e}", "${NONE?e}", "x ${NONE?}", "${NONE:-${NONE:?e}}"])
  func required(text: String) { #expect(substituted(text) == .failure(.required(Array("NONE".utf8)))) }

  @Test func emptyIsMissingOnlyWithAColon() {
    #expect(substituted("${EMPTY:?e}") == .failure(.required(Array("EMPTY".utf8))))
    #expect(substituted("${EMPTY?e}") == .success(""))
  }

  @Test func lettersThatGoComparesWithoutRegardToCase() {
    #expect(substituted("$\u{17F}x.") == .success("."))
    #expect(substituted("${\u{212A}}.") == .success("."))
    #expect(substituted("$\u{180}.") == .success("$\u{180}."))
  }

  @Test func nestingHasALimit() {
    let fine = String(repeating: "${NONE:-", count: 90) + "x" + String(repeating: "}", count: 90)
    #expect(substituted(fine) == .success("x"))
    let deep = String(repeating: "${NONE:-", count: 200) + "x" + String(repeating: "}", count: 200)
    #expect(substituted(deep) == .failure(.nestedTooDeep))
  }
}
