import Policy
import Testing
import Vocabulary

@Suite struct IgnoreCoverageTests {
  @Test(
    "an env file has to be covered by the repository's own files",
    arguments: [
      (".env", ".env\n", false), (".env", "*.log\n", true), (".env", "", true), ("api/.env", ".env\n", false),
      ("api/.env", "/.env\n", true), (".env.local", ".env*\n!.env.example\n", false),
      ("api/.env", ".env\n!api/.env\n", true),
    ])
  func existing(path: String, ignore: String, isFound: Bool) throws {
    let tree = CheckedTree([path: "A=1\n", ".gitignore": ignore], [path: .untracked])
    #expect(try tree.findings(.envFileNotIgnored) == (isFound ? ["\(path) \(path)"] : []))
  }

  @Test("the finding says which line would cover it, and keeps templates out of it")
  func remedy() throws {
    let tree = CheckedTree(["api/.env": "A=1\n", ".gitignore": "*.log\n"], ["api/.env": .untracked])
    #expect(try tree.evidence(.envFileNotIgnored).hasSuffix("add to .gitignore: .env"))
  }

  @Test("what only the user's own excludes cover counts as open")
  func foreignExcludes() throws {
    let tree = CheckedTree([".env": "A=1\n", "a.txt": ""], [".env": .ignored])
    #expect(try tree.findings(.envFileNotIgnored) == [".env .env"])
    #expect(try tree.evidence(.envFileNotIgnored).contains(".git/info/exclude"))
  }

  @Test("beside a template an env file is to be expected")
  func expected() throws {
    #expect(
      try CheckedTree(["api/.env.example": "A=\n"]).findings(.envFileNotIgnored) == ["api/.env api/.env.example"])
    #expect(try CheckedTree(["api/.env.example": "A=\n", ".gitignore": ".env\n"]).findings(.envFileNotIgnored) == [])
    #expect(try CheckedTree(["tests/.env.example": "A=\n"]).findings(.envFileNotIgnored) == [])
  }

  @Test("what a Compose file reads is to be expected")
  func compose() throws {
    let compose = "services:\n  web:\n    image: web\n    env_file: deploy/app.env\n"
    #expect(
      try CheckedTree(["compose.yaml": compose]).findings(.envFileNotIgnored) == ["deploy/.env compose.yaml"])
  }

  @Test("a template must not be ignored")
  func templates() throws {
    let tree = CheckedTree([".env.example": "A=\n", ".gitignore": ".env*\n"], [".env.example": .ignored])
    #expect(try tree.findings(.envTemplateIgnored) == [".env.example .env.example"])
    #expect(try tree.evidence(.envTemplateIgnored).contains(".gitignore:1:.env*"))
    let open = CheckedTree([".env.example": "A=\n", ".gitignore": ".env*\n!.env.example\n"])
    #expect(try open.findings(.envTemplateIgnored) == [])
  }
}
