import SettingDiscovery
import Testing

/// What a reference says besides its name: the type, whether it is a secret, where it comes from, and how it is asked for.
struct ReferenceDetailsTests {
  private static func references(_ text: String, _ path: String) -> [SettingReference] {
    let bytes = Array(text.utf8)
    guard let reader = unsafe SettingReaders.reader(for: path, beginning: bytes.span.bytes) else { return [] }
    return unsafe reader.references(in: bytes.span.bytes, path: path, conventions: SettingConventions()).references
  }

  @Test(arguments: [
    ("import os\nx = int(os.environ[\"A\"])", "a.py", SettingType.integer),
    ("from environs import Env\nenv = Env()\nenv.bool(\"A\")", "a.py", .boolean),
    ("import environ\nenv = environ.Env()\nenv.db()", "a.py", .url), ("Number(process.env.A)", "a.ts", .number),
    ("parseInt(process.env.A)", "a.ts", .integer),
    ("cleanEnv(process.env, { A: url() })", "a.ts", .url),
    ("type C struct {\n A time.Duration `env:\"A\"`\n}", "a.go", .duration),
    ("type C struct {\n A []string `env:\"A\"`\n}", "a.go", .list), ("Integer(ENV.fetch(\"A\"))", "a.rb", .integer),
    ("import Configuration\nconfig.bool(forKey: \"a\")", "a.swift", .boolean),
    ("<?php '%env(int:A)%';", "a.php", .integer),
    ("struct A { #[arg(env = \"A\")] a: Option<u16>, }", "a.rs", .integer),
    (
      "from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n  a: Optional[HttpUrl] = None\n", "a.py",
      .url
    ),
    ("from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n  a: list[int]\n", "a.py", .json),
  ]) func `Types`(text: String, path: String, type: SettingType) {
    #expect(ReferenceDetailsTests.references(text, path).map(\.type) == [type])
  }

  @Test(arguments: [
    (
      "from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n  a: SecretStr\n  b: str\n", "a.py",
      [true, false]
    ),
    (
      "config.requiredString(forKey: \"a\", isSecret: true)\nconfig.requiredString(forKey: \"b\")", "a.swift",
      [true, false]
    ),
  ]) func `Secrets`(text: String, path: String, expected: [Bool]) {
    #expect(ReferenceDetailsTests.references(text, path).map(\.isSecret) == expected)
  }

  @Test func `Rust's macros ask when it is built`() {
    let references = ReferenceDetailsTests.references("env!(\"A\"); std::env::var(\"B\").unwrap();", "a.rs")
    #expect(references.map(\.origin) == [.build, .environment])
  }

  @Test(arguments: [
    ("import os\nos.environ[\"A\"]", "a.py", "os.environ[…]"),
    ("import os as o\no.getenv(\"A\")", "a.py", "os.getenv(…)"),
    ("process.env.A", "a.ts", "process.env.…"), ("os.Getenv(\"A\")", "a.go", "os.Getenv(…)"),
    ("ENV.fetch('A')", "a.rb", "ENV.fetch(…)"),
    ("use std::env::var; var(\"A\")", "a.rs", "std::env::var(…)"),
    ("System.getenv().get(\"A\")", "A.java", "System.getenv().get(…)"),
  ]) func `Idioms as people write them`(text: String, path: String, idiom: String) {
    #expect(ReferenceDetailsTests.references(text, path).map(\.idiom) == [idiom])
  }

  @Test func `A whole model in JSON where its parts have no variables`() {
    let text = """
      from pydantic import BaseModel
      from pydantic_settings import BaseSettings
      class Part(BaseModel):
        host: str = "x"
      class Settings(BaseSettings):
        part: Part
      """
    let references = ReferenceDetailsTests.references(text, "a.py")
    #expect(references.map(\.name) == ["PART"])
    #expect(references.map(\.type) == [.json])
    #expect(references.map(\.need) == [.required])
  }

  @Test func `A prefix that is made when the program runs`() {
    let text = "from pydantic_settings import BaseSettings\nclass S(BaseSettings, env_prefix=f\"APP_{x}\"):\n  a: str\n"
    let references = ReferenceDetailsTests.references(text, "a.py")
    #expect(references.map(\.need) == [.dynamic])
    #expect(references.map(\.name) == ["APP_"])
  }

  @Test func `Pydantic's paths of aliases are known by their beginning`() {
    let text =
      "from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n  a: str = Field(validation_alias=AliasPath(\"LIST\", 0))\n"
    #expect(ReferenceDetailsTests.references(text, "a.py").map(\.name) == ["LIST"])
  }

  @Test func `Fields of version 1 that the configuration names`() {
    let text = """
      from pydantic import BaseSettings
      class S(BaseSettings):
        a: str
        b: str = ""
        class Config:
          env_prefix = "X_"
          fields = {"a": {"env": ["ONE", "TWO"]}}
      """
    #expect(ReferenceDetailsTests.references(text, "a.py").map(\.name) == ["X_B", "ONE", "TWO"])
  }

  @Test func `Classes that hold themselves end`() {
    let text = """
      from pydantic_settings import BaseSettings
      class A(A): x: str
      class Node(BaseModel):
        next: Node
        name: str
      class S(BaseSettings, env_nested_delimiter="__"):
        node: Node
      """
    let count = ReferenceDetailsTests.references(text, "a.py").count
    #expect(count > 0 && count < 100)
  }
}
