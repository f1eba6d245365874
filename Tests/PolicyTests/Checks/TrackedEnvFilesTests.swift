import Policy
import Testing
import Vocabulary

@Suite struct TrackedEnvFilesTests {
  /// Made here, so that the repository passes its own scan.
  private static let secret = "API_KEY=" + ["q7Tz9", "kW3vXp", "8RmB2c"].joined() + "\n"

  @Test(
    "env files with values are not to be tracked",
    arguments: [
      (".env", secret, true), ("api/.env.production.local", "A=1\n", true),
      (".env.keys", "DOTENV_PRIVATE_KEY=x\n", true), (".env.example", "API_KEY=\n", false),
      (".env.vault", "DOTENV_VAULT=x\n", false), (".flaskenv", "FLASK_APP=app\n", false),
      ("prod.env", "PORT=3000\n", true), ("prod.env", "# nothing\nPORT=\n", false),
      ("tests/.env", "A=secret-for-tests\n", false), (".env", "PORT=3000\nHOST=${OTHER}\n", false),
      (".env.test", "PORT=3000\n", false), ("env.d.ts", "A=1\n", false),
    ])
  func tracked(path: String, text: String, isFound: Bool) throws {
    let found = try CheckedTree([path: text]).findings(.envFileTracked)
    #expect(found == (isFound ? ["\(path) \(path)"] : []))
  }

  @Test("an ignore line is void for what is tracked, and the finding says so")
  func ignoredAndTracked() throws {
    let tree = CheckedTree([".env": Self.secret, ".gitignore": "*.log\n.env\n"])
    #expect(try tree.evidence(.envFileTracked).contains(".gitignore:2:.env ignores it, which is void"))
  }

  @Test("what is not tracked is not told as tracked", arguments: [PolicyTree.Standing.untracked, .ignored])
  func others(standing: PolicyTree.Standing) throws {
    #expect(try CheckedTree([".env": "A=1\n"], [".env": standing]).findings(.envFileTracked) == [])
  }
}
