import Patterns
import Testing

@Suite struct PatternErrorTests {
  @Test(arguments: [
    (PatternError.Code.syntax(offset: 7), "missing ) at offset 7"), (.limit, "missing )"), (.engine, "missing )"),
  ])
  func sentence(code: PatternError.Code, expected: String) {
    #expect(PatternError(code: code, cause: "missing )").description == expected)
  }
}
