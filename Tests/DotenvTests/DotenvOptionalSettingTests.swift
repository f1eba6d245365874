import Dotenv
import Testing

@Suite struct DotenvOptionalSettingTests {
  private func setting(_ line: String) -> (name: String, value: String)? {
    let document = document(line + "\n")
    return document.optionalSettings.first.map { ($0.name, document.text($0.value)) }
  }

  @Test(
    "settings in comments",
    arguments: [
      ("# NAME=", "NAME", ""), ("#NAME=value", "NAME", "value"), ("#   NAME=value", "NAME", "value"),
      ("\t# NAME=value", "NAME", "value"), ("# export NAME=1", "NAME", "1"), ("# NAME=a b  ", "NAME", "a b"),
      ("# name=value", "name", "value"), ("# _N1=\"x\"", "_N1", "\"x\""),
    ])
  func settings(line: String, name: String, value: String) {
    #expect(setting(line)?.name == name)
    #expect(setting(line)?.value == value)
  }

  @Test(
    "what is prose",
    arguments: [
      "# a comment", "#", "# NAME", "# NAME = value", "# Set NAME=value", "# mode=fast is the default", "# 1NAME=",
      "# https://example.org/?a=b", "# e.g. A=1", "#=", "# -A=1", "A=1", "# NAME: x",
    ])
  func prose(line: String) { #expect(setting(line) == nil) }

  @Test func placesOfNameAndValue() throws {
    let document = document("A=1\n#  NAME=v # w\r\n")
    let setting = try #require(document.optionalSettings.first)
    #expect(setting.key == 7..<11)
    #expect(document.text(setting.value) == "v # w")
  }
}
