import TOML
import Testing

@testable import Settings

@Suite struct SettingDeclarationsTests {
  private func declarations(_ text: String) throws -> SettingDeclarations {
    var declarations = SettingDeclarations()
    try declarations.add(text, file: ".stanch.toml")
    return declarations
  }

  @Test("a declaration is read with all that it says")
  func all() throws {
    let text = """
      [[setting]]
      name = "SMTP_PORT"
      description = "port of the mail server"
      required = true
      type = "integer"
      range = [1, 65535]
      default = "25"

      [[setting]]
      name = "API_KEY"
      secret = true
      format = "anthropic-api-key"
      """
    let all = try declarations(text).all
    #expect(all.map(\.name) == ["SMTP_PORT", "API_KEY"])
    #expect(all[0].format == .integer(1...65535))
    #expect(all[0].isRequired && !all[0].isSecret && all[0].defaultValue == "25" && all[0].line == 2)
    #expect(all[1].format == .rule("anthropic-api-key"))
    #expect(all[1].isSecret && !all[1].isRequired)
  }

  @Test(
    "mistakes name their key",
    arguments: [
      ("[[setting]]\nsecret = true\n", "name"), ("[[setting]]\nname = \"A B\"\n", "name"),
      ("[[setting]]\nname = \"A\"\n[[setting]]\nname = \"A\"\n", "name"),
      ("[[setting]]\nname = \"A\"\nsecret = true\ndefault = \"x\"\n", "default"),
      ("[[setting]]\nname = \"A\"\ntype = \"colour\"\n", "type"),
      ("[[setting]]\nname = \"A\"\nrange = [2, 1]\n", "range"),
      ("[[setting]]\nname = \"A\"\ntype = \"url\"\nrange = [1, 2]\n", "range"),
      ("[[setting]]\nname = \"A\"\ntype = \"url\"\npattern = \"x\"\n", "type"),
      ("[[setting]]\nname = \"A\"\nrequird = true\n", "requird"), ("[check]\nignored = []\n", "ignored"),
      ("[[check.function]]\nargument = 1\n", "name"), ("[[check.function]]\nname = \"f\"\nargument = -1\n", "argument"),
    ])
  func mistakes(text: String, key: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try declarations(text) }
    #expect(error.place?.contains("key \(key)") == true, "\(error)")
  }

  @Test("names that are not to be reported, whole or by their beginning")
  func ignored() throws {
    let found = try declarations("[check]\nignore = [\"OLD\", \"X_*\"]\n")
    #expect(found.ignores("OLD") && found.ignores("X_A") && !found.ignores("OLD_A") && !found.ignores("Y"))
  }

  @Test("a function that reads a setting")
  func functions() throws {
    let found = try declarations(
      "[[check.function]]\nname = \"get\"\nargument = 1\nlabel = \"key\"\nrequired = false\n")
    let function = try #require(found.functions.first)
    #expect(function.name == "get" && function.argument == 1 && function.label == "key" && !function.isRequired)
  }
}
