import Policy
import Testing
import Vocabulary

@Suite struct TemplateFormTests {
  @Test(
    "how a template is written",
    arguments: [
      ("# a\nA=\n# b\nB=\n\nC=\n", PolicyRule.settingWithoutComment, ["C"]),
      ("A=\nB=\nC=\n", .settingWithoutComment, []),
      ("# all of them\nA=\nB=\nC=\n", .settingWithoutComment, []), ("A=1\nB=2\nA=3\n", .settingDuplicate, ["A"]),
      ("A=1\nB=2\n", .settingDuplicate, []), ("smtpHost=\nSMTP_PORT=\n", .settingName, ["smtpHost"]),
    ] as [(String, PolicyRule, [String])])
  func form(text: String, rule: PolicyRule, names: [String]) throws {
    let found = try CheckedTree([".env.example": text]).findings(rule)
    #expect(found == names.map { "\($0) .env.example" })
  }

  @Test("readers that are not used here raise no objection")
  func dialects() throws {
    let text = "NAME=value # comment\nOTHER='${NAME}'\n"
    #expect(try CheckedTree([".env.example": text]).findings(.dotenvDialect) == [])
    let node = try CheckedTree([".env.example": text, "package.json": "{\"dependencies\": {\"dotenv\": \"17\"}}"])
      .findings(.dotenvDialect)
    #expect(node == ["OTHER .env.example"])
  }
}
