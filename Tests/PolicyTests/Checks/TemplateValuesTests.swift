import Policy
import Testing
import Vocabulary

@Suite struct TemplateValuesTests {
  private static let value = ["q7Tz9", "kW3vXp", "8RmB2c"].joined()

  @Test("a template does not hold the value of an env file")
  func sameValue() throws {
    let tree = CheckedTree(
      [".env": "API_KEY=\(Self.value)\nPORT=3000\n", ".env.example": "API_KEY=\(Self.value)\nPORT=3000\n"],
      [".env": .ignored])
    #expect(try tree.findings(.envTemplateValue) == ["API_KEY .env.example"])
    #expect(try tree.all().allSatisfy { !$0.evidence.joined().contains(Self.value) })
  }

  @Test(
    "values have to be what their settings allow",
    arguments: [
      ("type = \"integer\"\nrange = [1, 10]", "11", true), ("type = \"integer\"\nrange = [1, 10]", "10", false),
      ("type = \"url\"", "localhost", true), ("type = \"url\"", "https://a.example/x", false),
      ("type = \"boolean\"", "maybe", true), ("one-of = [\"a\", \"b\"]", "c", true),
      ("one-of = [\"a\", \"b\"]", "a", false),
      ("type = \"number\"", "1.5", false), ("type = \"integer\"", "<your number>", false),
      ("type = \"integer\"", "", false),
    ])
  func invalid(format: String, value: String, isFound: Bool) throws {
    let tree = CheckedTree(
      [".env.example": "LIMIT=\(value)\n"], configuration: "[[setting]]\nname = \"LIMIT\"\n\(format)\n")
    #expect(try tree.findings(.settingInvalid) == (isFound ? ["LIMIT .env.example"] : []))
  }
}
