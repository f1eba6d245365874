import Testing

@testable import SettingDiscovery

struct GoTagTests {
  @Test func `Keys, values and where they begin`() {
    let tag = GoTag("json:\"a\" env:\"PORT,required\" envDefault:\"80\"")
    #expect(tag["json"] == "a")
    #expect(tag["env"] == "PORT,required")
    #expect(tag.place("env") == 14)
    #expect(tag["other"] == nil)
  }

  @Test(arguments: [
    ("env:\"A,required\"", true), ("env:\"A,notEmpty\"", true), ("env:\"A, required\"", true), ("env:\"A\"", false),
    ("env:\"A,required\" envDefault:\"x\"", false), ("env:\"A,required,default=3\"", false),
    ("env:\"A\" env-required:\"true\"", true),
    ("envconfig:\"A\" required:\"true\"", true), ("envconfig:\"A\" required:\"false\"", false),
    ("env:\"A\" required:\"\"", true),
    ("envconfig:\"A\" required:\"true\" default:\"x\"", false),
  ]) func `Required`(text: String, isRequired: Bool) {
    #expect(GoTag(text).isRequired == isRequired)
  }

  @Test(arguments: [
    ("envPrefix:\"DB_\"", "DB_"), ("env-prefix:\"X_\"", "X_"), ("env:\", prefix=Y_\"", "Y_"), ("env:\"A\"", nil),
  ]) func `Prefixes`(text: String, prefix: String?) {
    #expect(GoTag(text).prefix == prefix)
  }

  @Test(arguments: ["", ":", "a:", "a:\"", "a:\"b", ":\"x\"", "a b c", "a:b:c", "a:\"b\\", "\"\"\"", "é:\"x\""])
  func `Damaged tags end`(text: String) {
    #expect(GoTag(text)["env"] == nil)
  }
}
