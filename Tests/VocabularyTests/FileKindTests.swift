import Testing
import Vocabulary

@Suite struct FileKindTests {
  @Test(
    "a file's name tells its kind",
    arguments: [
      ("a/b.swift", FileKind.code), ("x.PY", .code), (".env", .settings), (".env.local", .settings),
      ("Dockerfile", .settings),
      ("conf/app.yml", .settings), ("package-lock.json", .generated), ("web/yarn.lock", .generated),
      ("data.json", .data),
      ("README.md", .document), ("a.b/c", .settings), ("x.unknown", .other), ("messages_de.properties", .translation),
      ("app/Locales/ga-IE/portal.json", .translation), ("src/lang/parse.py", .code),
      ("app.properties", .settings), ("", .settings),
    ])
  func kinds(_ path: String, _ kind: FileKind) {
    #expect(FileKind(path: Array(path.utf8)) == kind)
  }
}
