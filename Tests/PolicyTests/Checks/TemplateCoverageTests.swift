import Policy
import Testing
import Vocabulary

@Suite struct TemplateCoverageTests {
  @Test("a required setting has to stand in the nearest template")
  func undocumented() throws {
    let code = "import os\nkey = os.environ[\"API_KEY\"]\nurl = os.environ[\"API_URL\"]\n"
    let tree = CheckedTree(["app/main.py": code, ".env.example": "# where it is\nAPI_URL=\n"])
    #expect(try tree.findings(.settingUndocumented) == ["API_KEY app/main.py"])
    let nearer = CheckedTree([
      "app/main.py": code, ".env.example": "API_KEY=\nAPI_URL=\n", "app/.env.example": "API_URL=\n",
    ])
    #expect(try nearer.findings(.settingUndocumented) == ["API_KEY app/main.py"])
    #expect(try nearer.evidence(.settingUndocumented).contains("app/.env.example does not name it"))
  }

  @Test(
    "what asks for no entry",
    arguments: [
      ("app/main.py", "import os\nhome = os.environ[\"HOME\"]\n"),
      ("tests/test_a.py", "import os\nkey = os.environ[\"API_KEY\"]\n"),
      ("app/main.py", "# os.environ[\"API_KEY\"]\n"), ("app/main.py", "text = 'os.environ[\"API_KEY\"]'\n"),
      ("app/main.py", "import os\nkey = os.environ[\"OLD_KEY\"]\n"),
      ("app/main.py", "import os\nkey = os.environ[\"NAMED_KEY\"]\n"),
    ])
  func others(path: String, code: String) throws {
    let tree = CheckedTree(
      [path: code, ".env.example": "# NAMED_KEY=\n"], configuration: "[check]\nignore = [\"OLD_*\"]\n")
    #expect(try tree.findings(.settingUndocumented) == [])
  }

  @Test("optional settings are told together, those of secrets one by one")
  func optional() throws {
    let code = "a = process.env.COLOR || 'red'\nb = process.env.SIZE ?? 1\nc = process.env.API_TOKEN || ''\n"
    let tree = CheckedTree(["main.js": code, ".env.example": "OTHER=\n"])
    #expect(
      try tree.findings(.settingUndocumented) == [".env.example .env.example", "API_TOKEN main.js"])
    #expect(try tree.all().filter { $0.rule == .settingUndocumented }.allSatisfy { $0.severity == .low })
  }

  @Test("what nothing asks for is stale, unless some file speaks of it")
  func stale() throws {
    let template = "USED=\nSTALE=\nMENTIONED=\nDECLARED=\nHOME=\n"
    let tree = CheckedTree(
      [
        ".env.example": template, "main.go": "package main\nvar a = os.Getenv(\"USED\")\n",
        "a.cfg": "x = <MENTIONED>\n",
      ],
      configuration: "[[setting]]\nname = \"DECLARED\"\n")
    #expect(try tree.findings(.settingStale) == ["STALE .env.example"])
  }

  @Test("where any name may be asked for, none is stale")
  func dynamic() throws {
    let tree = CheckedTree([
      ".env.example": "STALE=\n",
      "main.py": "import os\nfor name in names:\n    print(os.environ[name], os.environ['A'])\n",
    ])
    #expect(try tree.findings(.settingStale) == [])
  }

  @Test("without a template, required settings ask for one")
  func missing() throws {
    let code = "import os\na = os.environ[\"A_ONE\"]\nb = os.environ[\"B_TWO\"]\nc = os.environ[\"C_THREE\"]\n"
    #expect(try CheckedTree(["main.py": code]).findings(.envTemplateMissing) == [".env.example main.py"])
    #expect(try CheckedTree(["main.py": code, ".env.example": ""]).findings(.envTemplateMissing) == [])
    #expect(try CheckedTree(["main.py": "import os\na = os.environ[\"A_ONE\"]\n"]).findings(.envTemplateMissing) == [])
  }

  @Test("what is declared has to be documented too")
  func declared() throws {
    let tree = CheckedTree(
      [".env.example": "OTHER=\n"], configuration: "[[setting]]\nname = \"SMTP_HOST\"\nrequired = true\n")
    #expect(try tree.findings(.settingUndocumented) == ["SMTP_HOST .stanch.toml"])
  }

  @Test("a function of the project's own asks for settings")
  func functions() throws {
    let tree = CheckedTree(
      ["main.py": "key = get_secret(\"API_KEY\")\n", ".env.example": "OTHER=\n"],
      configuration: "[[check.function]]\nname = \"get_secret\"\n")
    #expect(try tree.findings(.settingUndocumented) == ["API_KEY main.py"])
  }
}
